import { Form } from 'react-router';
import { WordsField } from '#app/components/field.tsx';
import { Ruled } from '#app/components/page.tsx';
import type { PageFacts } from './page-facts.ts';

/** What stayed with people since the meeting, signed, oldest first. */
export const Reflections = ({ page, problems, given }: PageFacts) => (
  <section>
    <Ruled>What stayed with you</Ruled>
    {page.reflections.map((reflection) => (
      <div className="reflection" key={reflection.id}>
        <q>{reflection.words}</q>
        <small>
          {reflection.mine ? 'You' : reflection.authorName}
          {reflection.mine && page.may.reflect && <TakeBack reflection={reflection.id} />}
        </small>
      </div>
    ))}
    {page.may.reflect && (
      <Form method="post" className="one-field" key={page.reflections.length}>
        <WordsField
          label={
            page.reflections.length === 0
              ? 'Nobody has written one yet. What do you see differently now?'
              : 'Add a reflection'
          }
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
    )}
  </section>
);

const TakeBack = ({ reflection }: { reflection: string }) => (
  <Form method="post" className="inline-form">
    <input type="hidden" name="withdrawn" value={reflection} />
    <button className="link" type="submit" name="intent" value="withdraw-reflection">
      Take back
    </button>
  </Form>
);
