import { Form } from 'react-router';
import { SelectField } from '#app/components/field.tsx';
import { Ruled } from '#app/components/page.tsx';

/** Takes somebody's way in or gives it back; what rests on them alone is handed over in the same step (P8). */
export function Deactivation({
  person,
  resting,
  successors,
}: {
  person: { name: string; active: boolean };
  /** How many reviews have no other active analyst, and meetings to come no other facilitator. */
  resting: { reviews: number; meetings: number };
  successors: readonly { id: string; name: string }[];
}) {
  if (!person.active)
    return (
      <section>
        <Ruled>Deactivated</Ruled>
        <Form method="post" className="form settings-form">
          <input type="hidden" name="intent" value="activate" />
          <div className="acts">
            <button type="submit" className="btn">
              Activate again
            </button>
          </div>
        </Form>
      </section>
    );
  return (
    <section>
      <Ruled>Deactivate</Ruled>
      <Form method="post" className="form settings-form">
        <input type="hidden" name="intent" value="deactivate" />
        <p>
          {person.name} is signed out everywhere at once and cannot come in again. What they wrote stays. You
          can activate them again.
        </p>
        {resting.reviews + resting.meetings > 0 && (
          <SelectField
            label={`Who takes over ${restingWords(resting)}`}
            name="successor"
            defaultValue=""
            required
          >
            <option value="" disabled>
              Choose somebody
            </option>
            {successors.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </SelectField>
        )}
        <div className="acts">
          <button type="submit" className="btn">
            Deactivate {person.name}
          </button>
        </div>
      </Form>
    </section>
  );
}

function restingWords({ reviews, meetings }: { reviews: number; meetings: number }): string {
  const words: string[] = [];
  if (reviews > 0)
    words.push(`${reviews === 1 ? 'the review' : `the ${reviews} reviews`} only they look after`);
  if (meetings > 0)
    words.push(
      `${meetings === 1 ? 'the meeting' : `the ${meetings} meetings`} to come that only they facilitate`,
    );
  return words.join(', and ');
}
