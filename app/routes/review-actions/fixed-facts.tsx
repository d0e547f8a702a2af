import { Form } from 'react-router';
import { WordsField } from '#app/components/field.tsx';
import { Ruled } from '#app/components/page.tsx';
import { When } from '#app/components/when.tsx';
import type { PageFacts } from './page-facts.ts';

/** S11: what has been fixed already, as facts; nothing here is an item. */
export function FixedFacts({ page, problems, given }: PageFacts) {
  const facts = page.outcome.fixed;
  if (facts.length === 0 && !page.may.write) return null;
  return (
    <section>
      <Ruled aside="a fact, not an action item">Already fixed</Ruled>
      {facts.map((fact) => (
        <div className="reflection" key={fact.id}>
          <p className="said">{fact.words}</p>
          <small>
            {fact.byName}, <When at={fact.at} as="day" now={page.now} />
          </small>
        </div>
      ))}
      {page.may.write && (
        <Form method="post" className="one-field" key={facts.length}>
          <WordsField
            label="Something that has been fixed since"
            name="fixed"
            rows={2}
            maxLength={1_000}
            required
            defaultValue={given.fixed}
            refused={problems.fixed}
          />
          <button className="btn small" type="submit" name="intent" value="fixed">
            Note it
          </button>
        </Form>
      )}
    </section>
  );
}
