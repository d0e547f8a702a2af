import { Form } from 'react-router';
import { SelectField } from '#app/components/field.tsx';
import { Ruled } from '#app/components/page.tsx';
import { Refusal } from '#app/components/refusal.tsx';

/** What a new address holds, and how long calendars take to look. */
export const NewFeed = ({
  teams,
  problems,
}: {
  teams: readonly { id: string; name: string }[];
  problems: Readonly<Record<string, string>>;
}) => (
  <section>
    <Ruled>A new address</Ruled>
    <Form method="post" className="form profile-form">
      <input type="hidden" name="intent" value="make" />
      <fieldset className="field">
        <legend>What shall it hold?</legend>
        <label className="tick">
          <input type="radio" name="kind" value="named" defaultChecked />
          <span>Meetings I am named in</span>
        </label>
        <label className="tick">
          <input type="radio" name="kind" value="open" />
          <span>Those, and every review meeting I may come to</span>
        </label>
        {teams.length > 0 && (
          <label className="tick">
            <input type="radio" name="kind" value="team" />
            <span>Review meetings close to a team: only published reviews that all may read</span>
          </label>
        )}
        <Refusal sentence={problems.kind} />
      </fieldset>
      {teams.length > 0 && (
        <SelectField
          label="The team, if you chose one"
          name="team"
          defaultValue=""
          refused={problems.team}
          className="brief"
        >
          <option value="">No team</option>
          {teams.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
      <label className="tick">
        <input type="checkbox" name="hidesTitles" />
        <span>Leave titles out, so that a shared calendar shows only “Review meeting”</span>
      </label>
      <p className="hint">
        Meetings of private reviews never show their title. Calendars look by themselves: some every hour,
        some once a day. What is urgent comes by mail, where mail is set up.
      </p>
      <div className="acts">
        <button type="submit" className="btn">
          Make an address
        </button>
      </div>
    </Form>
  </section>
);
