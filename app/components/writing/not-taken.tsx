import { listLeft } from '#collab/client/left-words.ts';
import type { DocumentStatus } from '#collab/client/open-document.ts';
import { isClosed } from '#collab/client/saved-state.ts';
import { CopyButton } from '../copy-button.tsx';
import { LeftHere, LostWords } from './left-here.tsx';
import { useSessionSoon, useStoreSoon } from './use-session.tsx';
import type { WritingSession } from './writing-session.ts';

/** Whether words of this person's own are in this browser alone, once nothing they type is taken. */
export const hasWordsNotTaken = ({ whose, open }: WritingSession, status: DocumentStatus): boolean =>
  status.saved === 'not-saved' || open.hasUnsentWords() || listLeft(whose.person, whose.review).length > 0;

/** Above a write-up that was open for writing and no longer is: the words that never reached it. */
export function NotTaken() {
  const session = useSessionSoon();
  const status = useStoreSoon(session?.open.status);
  if (!session || !status?.ready || !isClosed(status)) return null;
  const unsent = status.saved === 'not-saved' ? session.open.unsentWords() : [];
  return (
    <>
      <LeftHere {...session.whose} />
      {unsent.length > 0 && (
        <aside className="rescued" aria-label="Words of yours that are in this tab alone">
          <p>These words of yours never reached the write-up, and are in this tab alone.</p>
          {unsent.map(({ place, block, afterBlock, words }) => (
            <div className="offer" key={`${place} ${block} ${afterBlock}`}>
              <LostWords words={words} />
              <p className="ways">
                <CopyButton className="link" text={words.trim()} />
              </p>
            </div>
          ))}
        </aside>
      )}
    </>
  );
}
