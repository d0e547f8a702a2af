import type { Moment } from '#domain/write-up.ts';
import { CommentOnPart } from '../comments/comment-on-part.tsx';
import { MomentKindLabel } from '../moment-mark.tsx';
import { Accounts } from './accounts.tsx';
import { Blocks } from './blocks.tsx';
import { KeptViews } from './kept-views.tsx';
import { momentTimeShort, momentTimeWords } from './moment-words.ts';
import { Evidence, LinkedEntries } from './resting-on.tsx';
import { useWritingFacts } from './surroundings.tsx';

/** A moment as it is read; its time hangs in the margin. `findings` rest on it. */
export function MomentEntry({ moment, findings }: { moment: Moment; findings: readonly string[] }) {
  const { zone } = useWritingFacts();
  const { id, kind, time, lane, blocks, accounts, evidence, herring } = moment;
  return (
    <article className="moment" id={`moment-${id}`} aria-label={momentTimeWords(time, zone)}>
      <span className="at num" aria-hidden="true">
        {momentTimeShort(time, zone)}
      </span>
      <MomentKindLabel kind={kind}>
        {[momentTimeWords(time, zone), lane].filter(Boolean).join(', ')}
      </MomentKindLabel>
      <div className="prose">
        <Blocks blocks={blocks} />
      </div>
      <Accounts accounts={accounts} />
      <CommentOnPart on={{ about: 'moment', target: id }} name="this moment" />
      <KeptViews beside={id} />
      <Evidence ids={evidence} />
      <LinkedEntries
        title={herring === null ? 'Findings that rest on this' : 'Where it led'}
        to="finding"
        ids={[...new Set([...(herring === null ? [] : [herring]), ...findings])]}
      />
    </article>
  );
}
