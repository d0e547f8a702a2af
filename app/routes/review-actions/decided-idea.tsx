import { Form } from 'react-router';
import { plainDay } from '#app/components/clock-words.ts';
import { When } from '#app/components/when.tsx';
import { STANDING_WORDS, standingOf } from '#domain/action-session/standing.ts';
import type { SessionOutcome } from '#server/actions/read-outcome.ts';
import { LookBack, NamedLater } from './look-back.tsx';
import type { PageFacts } from './page-facts.ts';
import { TrackerLine } from './tracker-line.tsx';

export type Idea = SessionOutcome['ideas'][number];

/** An idea shrunk to its decision: the sentence begins with it. */
export const DecidedIdea = ({ idea, page, problems, given }: PageFacts & { idea: Idea }) => (
  <article className="decided" id={idea.item ? `item-${idea.item.id}` : undefined}>
    <p className="t">
      <span>{idea.item?.title ?? idea.words}</span>
      <span className="by">{idea.authorName ?? 'unsigned'}</span>
    </p>
    {idea.item && idea.item.title !== idea.words && (
      <p className="d">
        The idea was: <q>{idea.words}</q>
      </p>
    )}
    {idea.merged.length > 0 && (
      <ul className="merged" aria-label="Ideas that are one with it">
        {idea.merged.map((each) => (
          <li key={each.id}>
            <q>{each.words}</q> <span className="quietly">{each.authorName ?? 'unsigned'}</span>
          </li>
        ))}
      </ul>
    )}
    <DecisionWords idea={idea} />
    {idea.item && <ItemLine item={idea.item} page={page} />}
    {idea.item && <TrackerLine item={idea.item.id} page={page} problems={problems} given={given} />}
    {idea.item && <LookBack item={idea.item} page={page} problems={problems} given={given} />}
    {idea.item && <NamedLater item={idea.item.id} page={page} />}
    {idea.fixed.map((fact) => (
      <p className="d" key={fact.id}>
        <b>{STANDING_WORDS.done}.</b> {fact.words} <span className="quietly">{fact.byName}</span>
      </p>
    ))}
  </article>
);

/** Of what is done already the facts say so themselves, further down. */
function DecisionWords({ idea }: { idea: Idea }) {
  const standing = standingOf(idea);
  if (standing === 'done') return null;
  if (standing === 'open') return <p className="d">Not decided; it stays in sight.</p>;
  return (
    <p className="d">
      <b>{STANDING_WORDS[standing]}.</b> {idea.reason}
    </p>
  );
}

const ItemLine = ({
  item,
  page: { me, may, now },
}: Pick<PageFacts, 'page'> & { item: NonNullable<Idea['item']> }) => (
  <div className="d">
    <p>
      {item.ownerName}
      {item.ownerHasLeft && ', who is no longer here'}
      {item.dueOn && `, by ${plainDay(item.dueOn)}`}.{' '}
      {item.answers ? `Answers “${item.answers}”.` : item.noFindingReason}
    </p>
    {item.shows && <p>It worked if: {item.shows}</p>}
    {item.finishedAt && (
      <p>
        <b>Finished</b> <When at={item.finishedAt} as="day" now={now} />.
      </p>
    )}
    {(item.owner === me || (item.ownerHasLeft && may.finishForThoseWhoLeft)) && (
      <Form method="post" className="inline-form">
        <input type="hidden" name="item" value={item.id} />
        <input type="hidden" name="finished" value={item.finishedAt ? 'no' : 'yes'} />
        <button className="link" type="submit" name="intent" value="finish">
          {item.finishedAt
            ? 'Not finished after all'
            : item.owner === me
              ? 'I have finished this'
              : 'It is finished'}
        </button>
      </Form>
    )}
  </div>
);
