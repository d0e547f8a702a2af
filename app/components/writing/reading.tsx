import type { WriteUp } from '#domain/write-up.ts';
import { CommentOnPart } from '../comments/comment-on-part.tsx';
import { Blocks } from './blocks.tsx';
import { FindingEntry } from './finding-entry.tsx';
import { KeptViews, ViewsWithoutPlace } from './kept-views.tsx';
import { MomentsRead } from './moments-read.tsx';

/** A whole write-up to read: sections in their order, findings, then what happened in order. Every part has its address. */
export const Reading = ({ writeUp }: { writeUp: WriteUp }) => (
  <>
    {writeUp.sections.map(({ id, title, blocks }) => (
      <section key={id} id={`section-${id}`} className="part">
        <h2 id={`title-${id}`}>{title || 'Not named yet'}</h2>
        <div className="prose">
          <Blocks blocks={blocks} />
        </div>
        <CommentOnPart on={{ about: 'section', target: id }} name={title || 'this section'} />
        {[id, ...blocks.map((block) => block.id)].map((place) => (
          <KeptViews key={place} beside={place} />
        ))}
      </section>
    ))}
    {writeUp.findings.length > 0 && (
      <section id="findings" className="part" aria-labelledby="findings-title">
        <h2 id="findings-title">Findings</h2>
        {writeUp.findings.map((finding) => (
          <FindingEntry key={finding.id} finding={finding} />
        ))}
      </section>
    )}
    {writeUp.moments.length > 0 && (
      <section id="moments" className="part" aria-labelledby="moments-title">
        <h2 id="moments-title">What happened, in order</h2>
        <MomentsRead writeUp={writeUp} />
      </section>
    )}
    <ViewsWithoutPlace places={placesOf(writeUp)} />
  </>
);

/** Every id a view can stand beside. */
const placesOf = ({ sections, findings, moments }: WriteUp): ReadonlySet<string> =>
  new Set([
    ...sections.flatMap((section) => [section.id, ...section.blocks.map((block) => block.id)]),
    ...findings.map((finding) => finding.id),
    ...moments.map((moment) => moment.id),
  ]);
