import { Form, useSubmit } from 'react-router';
import { SelectField } from '#app/components/field.tsx';
import type { EvidencePage } from '#server/evidence/read-evidence.ts';
import type { QuotePlaces } from '#server/evidence/read-quote-places.ts';

const GROUPS = { section: 'The narrative', moment: 'Moments', finding: 'Findings' } as const;

/** Chosen once; from then on one press on a message quotes it there. */
export function QuoteInto({
  places,
  into,
  evidence,
}: {
  places: QuotePlaces['places'];
  into: string;
  evidence: EvidencePage;
}) {
  const submit = useSubmit();
  return (
    <Form method="get" className="quote-into" preventScrollReset>
      {evidence.source && <input type="hidden" name="source" value={evidence.source.id} />}
      <input type="hidden" name="page" value={evidence.page} />
      <SelectField
        label="Quote goes into"
        name="into"
        defaultValue={into}
        onChange={(event) =>
          void submit(event.currentTarget.form, { preventScrollReset: true, replace: true })
        }
      >
        {(Object.keys(GROUPS) as (keyof typeof GROUPS)[]).map((kind) => {
          const here = places.filter((place) => place.kind === kind);
          return here.length === 0 ? null : (
            <optgroup key={kind} label={GROUPS[kind]}>
              {here.map(({ value, name }) => (
                <option key={value} value={value}>
                  {name}
                </option>
              ))}
            </optgroup>
          );
        })}
      </SelectField>
      <noscript>
        <button type="submit" className="btn small">
          Choose
        </button>
      </noscript>
    </Form>
  );
}
