import { Form, Link, useParams } from 'react-router';
import { WordsField } from '#app/components/field.tsx';
import { Ruled } from '#app/components/page.tsx';
import type { ReflectionShown } from '#server/actions/read-actions-page.ts';
import type { PageFacts } from './page-facts.ts';
import { useKeptWords } from './use-kept-words.ts';
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
          <Answering reflection={reflection} page={page} problems={problems} given={given} />
        )}
      </div>
    ))}
    {page.may.reflect && (
      <>
        <Adding page={page} problems={problems} given={given} />
        <WithoutName me={page.me} isOpen={page.may.reflectUnsigned} />
      </>
    )}
  </section>
);

function Adding({ page, problems, given }: PageFacts) {
  const { id } = useParams();
  const isFirst = page.reflections.length === 0;
  const kept = useKeptWords({
    name: `soak.reflect:${page.me}:${id}`,
    field: 'reflection',
    isThere: (words) => isMine(page.reflections, words),
  });
  return (
    <Form method="post" className="one-field" {...kept}>
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

function Answering({
  reflection,
  page,
  problems,
  given,
}: PageFacts & { reflection: PageFacts['page']['reflections'][number] }) {
  const kept = useKeptWords({
    name: `soak.answer:${page.me}:${reflection.id}`,
    field: 'answer',
    isThere: (words) => isMine(reflection.answers, words),
  });
  return (
    <Form method="post" className="one-field" {...kept}>
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
}

const isMine = (said: readonly ReflectionShown[], words: string): boolean =>
  said.some((each) => each.mine && each.words === words);

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
