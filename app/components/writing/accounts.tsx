import type { Account } from '#domain/write-up.ts';
import { Blocks } from './blocks.tsx';
import { momentTimeWords } from './moment-words.ts';
import { useWritingFacts } from './surroundings.tsx';

/** Tellings of one moment, side by side with a hairline between: equal width, equal type, never merged. */
export function Accounts({ accounts }: { accounts: readonly Account[] }) {
  const { zone } = useWritingFacts();
  if (accounts.length === 0) return null;
  return (
    <div className="tells">
      {accounts.map(({ id, teller, time, blocks }) => (
        <div key={id} id={`account-${id}`} className="prose telling">
          <Blocks blocks={blocks} />
          <footer>
            {teller || 'Nobody named yet'}
            {time && time.certainty !== 'order-only' && <>, {momentTimeWords(time, zone)}</>}
          </footer>
        </div>
      ))}
    </div>
  );
}
