import { Form, Link } from 'react-router';
import { plainDay } from '#app/components/clock-words.ts';
import { WordsField } from '#app/components/field.tsx';
import { When } from '#app/components/when.tsx';
import { mayLookBack } from '#domain/action-session/looking-back.ts';
import type { Idea } from './decided-idea.tsx';
import type { PageFacts } from './page-facts.ts';

type Item = NonNullable<Idea['item']>;

/** "Did it work?", asked from its day on and answered in words, as often as there is something to say better; before that only the day is told. */
export function LookBack({ item, page, problems, given }: PageFacts & { item: Item }) {
  const mayAnswer =
    (item.owner === page.me || page.may.plan || page.may.send) && mayLookBack(item, page.today) === true;
  const answer = <Answer item={item} problems={problems} given={given} />;
  if (item.workedAt !== null)
    return (
      <div className="d">
        <p>
          <b>Did it work?</b> {item.worked}{' '}
          <span className="quietly">
            {item.workedByName}, <When at={item.workedAt} as="day" now={page.now} />
          </span>
        </p>
        {mayAnswer && (
          <details
            className="folded"
            key={item.workedAt.getTime()}
            open={(given.looked === item.id && problems.worked !== undefined) || undefined}
          >
            <summary>
              <span className="link">Change</span>
              <span className="sr"> what was seen</span>
            </summary>
            {answer}
          </details>
        )}
      </div>
    );
  if (item.reviewOn === null) return null;
  if (!mayAnswer) return <p className="d quietly">Asked on {plainDay(item.reviewOn)} whether it worked.</p>;
  return answer;
}

function Answer({ item, problems, given }: Pick<PageFacts, 'problems' | 'given'> & { item: Item }) {
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
        defaultValue={isThis ? given.worked : item.worked}
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
