import { Form, Link } from 'react-router';
import { plainDay } from '#app/components/clock-words.ts';
import { WordsField } from '#app/components/field.tsx';
import { When } from '#app/components/when.tsx';
import { mayLookBack } from '#domain/action-session/looking-back.ts';
import type { Idea } from './decided-idea.tsx';
import type { PageFacts } from './page-facts.ts';

type Item = NonNullable<Idea['item']>;

/** "Did it work?", asked from its day on and answered in words; before that only the day is told. */
export function LookBack({ item, page, problems, given }: PageFacts & { item: Item }) {
  if (item.workedAt !== null)
    return (
      <p className="d">
        <b>Did it work?</b> {item.worked}{' '}
        <span className="quietly">
          {item.workedByName}, <When at={item.workedAt} as="day" now={page.now} />
        </span>
      </p>
    );
  if (item.reviewOn === null) return null;
  const isAsked = mayLookBack(item, page.today) === true;
  if (!isAsked || (item.owner !== page.me && !page.may.plan))
    return <p className="d quietly">Asked on {plainDay(item.reviewOn)} whether it worked.</p>;
  const isThis = given.looked === item.id;
  return (
    <Form method="post" className="one-field">
      <input type="hidden" name="looked" value={item.id} />
      <WordsField
        label="Did it work? What have you seen?"
        hint={item.shows ? `It worked if: ${item.shows}` : undefined}
        name="worked"
        rows={2}
        maxLength={1_000}
        required
        defaultValue={isThis ? given.worked : undefined}
        refused={isThis ? problems.worked : undefined}
      />
      <button className="btn small" type="submit" name="intent" value="worked">
        Say so
      </button>
    </Form>
  );
}

const KIND_WORDS = { contributor: 'what contributed', mitigator: 'what softened it' } as const;

/** S12: where a later write-up names this item. */
export const NamedLater = ({ item, page }: Pick<PageFacts, 'page'> & { item: string }) =>
  page.mentions
    .filter((mention) => mention.item === item)
    .map((mention) => (
      <p className="d" key={`${mention.review} ${mention.finding}`}>
        Named later as {KIND_WORDS[mention.kind]} in{' '}
        <Link className="link" to={`/reviews/${mention.review}#${mention.finding}`}>
          {mention.title}
        </Link>
        .
      </p>
    ));
