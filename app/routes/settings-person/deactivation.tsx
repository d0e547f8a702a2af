import { Form } from 'react-router';
import { SelectField } from '#app/components/field.tsx';
import { Ruled } from '#app/components/page.tsx';

/** Takes somebody's way in or gives it back; reviews only they look after are handed over in the same step (P8). */
export function Deactivation({
  person,
  resting,
  successors,
}: {
  person: { name: string; active: boolean };
  /** How many reviews have no other active analyst. */
  resting: number;
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
        {resting > 0 && (
          <SelectField
            label={`Who takes over ${resting === 1 ? 'the review' : `the ${resting} reviews`} only they look after`}
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
