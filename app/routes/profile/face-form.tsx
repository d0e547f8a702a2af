import { Form } from 'react-router';
import { Face } from '#app/components/face.tsx';
import { TextField } from '#app/components/field.tsx';
import { Ruled } from '#app/components/page.tsx';
import { ZoneField } from '#app/components/zone-field.tsx';
import './profile.css';

const HUES = [1, 2, 3, 4, 5, 6];

/** How others see and name a person, and the zone every time is shown in. */
export function FaceForm({
  me,
  given,
  problems,
}: {
  me: { name: string; zone: string; faceLetters: string; faceHue: number };
  given: Readonly<Record<string, string>>;
  problems: Readonly<Record<string, string>>;
}) {
  const hue = Number(given.faceHue ?? me.faceHue);
  return (
    <section>
      <Ruled>How others see you</Ruled>
      <Form method="post" className="form profile-form">
        <input type="hidden" name="intent" value="profile" />
        <TextField
          label="Name"
          name="name"
          autoComplete="name"
          required
          defaultValue={given.name ?? me.name}
          refused={problems.name}
        />
        <ZoneField
          label="Times are shown in"
          name="zone"
          zone={given.zone ?? me.zone}
          refused={problems.zone}
        />
        <TextField
          label="Letters in your face"
          name="faceLetters"
          className="brief"
          size={4}
          required
          hint="One or two."
          defaultValue={given.faceLetters ?? me.faceLetters}
          refused={problems.faceLetters}
        />
        <fieldset className="field">
          <legend>Colour of your face and caret</legend>
          <div className="hues">
            {HUES.map((each) => (
              <label key={each}>
                <input type="radio" name="faceHue" value={each} defaultChecked={each === hue} />
                <Face of={{ name: `Colour ${each}`, faceLetters: me.faceLetters, faceHue: each }} live />
              </label>
            ))}
          </div>
        </fieldset>
        <div className="acts">
          <button type="submit" className="btn main">
            Keep
          </button>
        </div>
      </Form>
    </section>
  );
}
