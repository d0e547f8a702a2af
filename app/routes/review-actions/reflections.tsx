import { Form, Link } from 'react-router';
import { WordsField } from '#app/components/field.tsx';
import { Ruled } from '#app/components/page.tsx';
import type { ReflectionShown } from '#server/actions/read-actions-page.ts';
import type { PageFacts } from './page-facts.ts';
import { useEmptied } from './use-emptied.ts';
import { WithoutName } from './without-name.tsx';

/** What stayed with people since the meeting, signed or not, oldest first, with what others answered. */
export const Reflections = ({ page, problems, given }: PageFacts) => (
  <section id="reflections">
    <Ruled>What stayed with you</Ruled>
    {page.reflections.map((reflection) => (
      <div className="reflection" key={reflection.id}>
        <One reflection={reflection} page={page} answerable />
        {reflection.answers.length > 0 && (
          <ul className="answers" aria-label="Answers">
            {reflection.answers.map((answer) => (
              <li key={answer.id}>
                <One reflection={answer} page={page} />
              </li>
            ))}
          </ul>
        )}
        {page.may.reflect && isAnswering(reflection, page, problems, given) && (
          <Answering reflection={reflection} problems={problems} given={given} />
        )}
      </div>
    ))}
    {page.may.reflect && (
      <>
        <Adding isFirst={page.reflections.length === 0} problems={problems} given={given} />
        <WithoutName me={page.me} isOpen={page.may.reflectUnsigned} />
      </>
    )}
  </section>
);

function Adding({ isFirst, problems, given }: { isFirst: boolean } & Pick<PageFacts, 'problems' | 'given'>) {
  const added = useEmptied('reflect', problems.reflection);
  return (
    <Form method="post" className="one-field" key={added}>
      <WordsField
        label={isFirst ? 'Nobody has written one yet. What do you see differently now?' : 'Add a reflection'}
        name="reflection"
        rows={2}
        maxLength={1_000}
        required
        defaultValue={given.reflection}
        refused={problems.reflection}
      />
      <button className="btn small" type="submit" name="intent" value="reflect">
        Add it
      </button>
    </Form>
  );
}

const One = ({
  reflection,
  page,
  answerable = false,
}: {
  reflection: ReflectionShown;
  page: PageFacts['page'];
  answerable?: boolean;
}) =>
  reflection.takenBack ? (
    <p className="quietly small">Taken back by whoever wrote it.</p>
  ) : (
    <>
      <q>{reflection.words}</q>
      <small>
        {reflection.mine ? 'You' : (reflection.authorName ?? 'without a name')}
        {answerable && page.may.reflect && (
          <Link
            className="link"
            to={`?answer=${reflection.id}#reflections`}
            preventScrollReset
            aria-label={`Answer “${reflection.words.slice(0, 60)}”`}
          >
            Answer
          </Link>
        )}
        {reflection.mine && page.may.reflect && <TakeBack reflection={reflection.id} />}
      </small>
    </>
  );

const Answering = ({
  reflection,
  problems,
  given,
}: Pick<PageFacts, 'problems' | 'given'> & { reflection: ReflectionShown }) => (
  <Form method="post" className="one-field">
    <input type="hidden" name="answered" value={reflection.id} />
    <WordsField
      label="Your answer, signed"
      name="answer"
      rows={2}
      maxLength={1_000}
      required
      defaultValue={given.answer}
      refused={problems.answer}
    />
    <div className="own">
      <button className="btn small" type="submit" name="intent" value="answer">
        Answer
      </button>
      <Link className="link" to="?#reflections" preventScrollReset>
        Leave it
      </Link>
    </div>
  </Form>
);

const isAnswering = (
  { id, takenBack }: ReflectionShown,
  page: PageFacts['page'],
  problems: PageFacts['problems'],
  given: PageFacts['given'],
): boolean =>
  !takenBack && (page.answering === id || (problems.answer !== undefined && given.answered === id));

const TakeBack = ({ reflection }: { reflection: string }) => (
  <Form method="post" className="inline-form">
    <input type="hidden" name="withdrawn" value={reflection} />
    <button className="link" type="submit" name="intent" value="withdraw-reflection">
      Take back
    </button>
  </Form>
);
