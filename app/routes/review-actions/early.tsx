import { Form } from 'react-router';
import { dayTimeOf } from '#app/components/clock-words.ts';
import { WordsField } from '#app/components/field.tsx';
import { useZone, When } from '#app/components/when.tsx';
import { LONGEST_EARLY_REASON, SHORTEST_EARLY_REASON } from '#domain/soak/early-opening.ts';
import { upToTheMinute } from '#domain/soak/soak.ts';
import type { PageFacts } from './page-facts.ts';

/** S5: what was opened before its end, by whom and why. It stays here, and in every export. */
export function EarlyOpenings({ page }: Pick<PageFacts, 'page'>) {
  const zone = useZone();
  return page.early.map((opening) => (
    <section className="early" key={opening.id} aria-label="Opened early">
      <p>
        <b>Opened early.</b> <q>{opening.reason}</q>
      </p>
      <small>
        {opening.byName}, <When at={opening.at} named now={page.now} />. It would have soaked until{' '}
        {dayTimeOf(upToTheMinute(opening.wouldEndAt), zone, page.now)}.
      </small>
    </section>
  ));
}

/** For a facilitator of the review meeting, who would otherwise look for it in vain: closed until it is asked for, since waiting is the point. */
export function OpenEarly({ page, problems, given }: PageFacts) {
  if (page.may.openEarly === null) return null;
  if (page.may.openEarly === 'held')
    return (
      <p className="quietly small">
        It can be opened early once that meeting has taken place, or is cancelled.
      </p>
    );
  return (
    <details className="open-early" open={problems.early !== undefined}>
      <summary>
        <span className="link">It cannot wait that long</span>
      </summary>
      <p className="small">
        The action session can then start at any time. What is planned stays where it is, and your reason
        stays with this review for good, under your name.
      </p>
      <Form method="post" className="one-field">
        <WordsField
          label="Why it cannot wait"
          hint={`At least ${SHORTEST_EARLY_REASON} characters, for everyone who reads this later.`}
          name="early"
          rows={2}
          minLength={SHORTEST_EARLY_REASON}
          maxLength={LONGEST_EARLY_REASON}
          required
          defaultValue={given.early}
          refused={problems.early}
        />
        <button className="btn small" type="submit" name="intent" value="open-early">
          Let the ideas open early
        </button>
      </Form>
    </details>
  );
}
