import type { Finding } from '#domain/write-up.ts';
import { CommentOnPart } from '../comments/comment-on-part.tsx';
import { FindingKindLabel } from '../finding-mark.tsx';
import { Blocks } from './blocks.tsx';
import { KeptViews } from './kept-views.tsx';
import { Evidence, LinkedEntries } from './resting-on.tsx';
import { SystemsNamed } from './systems-named.tsx';

/** A finding as it is read: kind, title, words, what it rests on. A red herring has its three parts. */
export const FindingEntry = ({ finding }: { finding: Finding }) => (
  <article
    className={`finding k-${finding.kind}`}
    id={`finding-${finding.id}`}
    aria-labelledby={`title-${finding.id}`}
  >
    <FindingKindLabel kind={finding.kind} />
    <h3 id={`title-${finding.id}`}>{finding.title || 'Not named yet'}</h3>
    {finding.kind === 'red-herring' ? (
      <HerringParts finding={finding} />
    ) : (
      <div className="prose">
        <Blocks blocks={finding.blocks} />
      </div>
    )}
    <CommentOnPart on={{ about: 'finding', target: finding.id }} name={finding.title || 'this finding'} />
    <KeptViews beside={finding.id} />
    <SystemsNamed ids={finding.systems} />
    <Evidence ids={finding.evidence} />
    <LinkedEntries title="Rests on" to="moment" ids={finding.moments} />
  </article>
);

export const HERRING_PARTS = {
  was: 'What it was',
  reasonable: 'What made it reasonable',
  ended: 'What ended it',
} as const;

const HerringParts = ({ finding: { blocks, reasonable, ended } }: { finding: Finding }) => (
  <dl className="three">
    <dt>{HERRING_PARTS.was}</dt>
    <dd className="prose">
      <Blocks blocks={blocks} />
    </dd>
    <dt>{HERRING_PARTS.reasonable}</dt>
    <dd className="prose">
      <Blocks blocks={reasonable} />
    </dd>
    <dt>{HERRING_PARTS.ended}</dt>
    <dd className="prose">
      <Blocks blocks={ended} />
    </dd>
  </dl>
);
