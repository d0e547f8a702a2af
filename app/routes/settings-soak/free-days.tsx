import { Form } from 'react-router';
import { Tick, WordsField } from '#app/components/field.tsx';
import { Refusal } from '#app/components/refusal.tsx';

const WEEK = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** S2: what a soak is counted in, in one form: the weekend, and every holiday as a list one can change. */
export const FreeDays = ({
  weekend,
  lines,
  problems,
}: {
  weekend: readonly number[];
  lines: string;
  problems: Record<string, string>;
}) => (
  <Form method="post" className="form">
    <input type="hidden" name="intent" value="free-days" />
    <fieldset className="field">
      <legend>Days nobody works</legend>
      <span className="hint">
        A soak is counted in working days. Soaks that run keep the days they began with.
      </span>
      <div className="ticks">
        {WEEK.map((name, place) => (
          <Tick key={name} name="weekend[]" value={place + 1} defaultChecked={weekend.includes(place + 1)}>
            {name}
          </Tick>
        ))}
      </div>
      <Refusal sentence={problems.weekend} />
    </fieldset>
    <WordsField
      label="Holidays"
      name="holidays"
      rows={6}
      hint="One day under the other, such as 2026-12-25 Christmas Day."
      defaultValue={lines}
      refused={problems.holidayList}
    />
    <div className="acts">
      <button type="submit" className="btn">
        Keep these days
      </button>
    </div>
  </Form>
);
