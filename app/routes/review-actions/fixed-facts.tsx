import { Form, useParams } from 'react-router';
import { WordsField } from '#app/components/field.tsx';
import { Ruled } from '#app/components/page.tsx';
import { When } from '#app/components/when.tsx';
import { mayTakeFactBack } from '#domain/action-session/fixed-fact.ts';
import type { PageFacts } from './page-facts.ts';
import { useKeptWords } from './use-kept-words.ts';

/** S11: what has been fixed already, as facts; nothing here is an item. `isFolded`: its form waits until it is asked for. */
export function FixedFacts({ page, problems, given, isFolded = false }: PageFacts & { isFolded?: boolean }) {
  const facts = page.outcome.fixed;
  if (facts.length === 0 && !page.may.write) return null;
  const form = <NoteIt page={page} problems={problems} given={given} />;
  return (
    <section>
      <Ruled aside="a fact, not an action item">Already fixed</Ruled>
      {facts.map((fact) => (
        <div className="reflection" key={fact.id}>
          <p className="said">{fact.words}</p>
          <small>
            <span>
              {fact.byName}, <When at={fact.at} as="day" now={page.now} />
            </span>
            {mayTakeFactBack(fact, page.me, page.may.manage) && <TakeBack {...fact} />}
          </small>
        </div>
      ))}
      {page.may.write &&
        (isFolded ? (
          <details className="folded" open={problems.fixed !== undefined || undefined}>
            <summary>
              <span className="link">Note what has been fixed since</span>
            </summary>
            {form}
          </details>
        ) : (
          form
        ))}
    </section>
  );
}

function NoteIt({ page, problems, given }: PageFacts) {
  const { id } = useParams();
  const kept = useKeptWords({
    name: `soak.fixed:${page.me}:${id}`,
    field: 'fixed',
    isThere: (words) => page.outcome.fixed.some((fact) => fact.words === words),
    onKept: fold,
  });
  return (
    <Form method="post" className="one-field" {...kept}>
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
  );
}

/** Where its form waits until it is asked for, it does so again; whoever pressed goes on from there. */
function fold(form: HTMLFormElement): void {
  const folded = form.closest('details');
  if (folded === null) return;
  folded.open = false;
  folded.querySelector('summary')?.focus();
}

const TakeBack = ({ id, words }: { id: string; words: string }) => (
  <Form method="post" className="inline-form" preventScrollReset>
    <input type="hidden" name="fact" value={id} />
    <button
      className="link"
      type="submit"
      name="intent"
      value="take-fact-back"
      aria-label={`Take back “${words.slice(0, 60)}”`}
    >
      Take back
    </button>
  </Form>
);
