import { data, Form, Link } from 'react-router';
import { TextField, Tick, WordsField } from '#app/components/field.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import { ZoneField } from '#app/components/zone-field.tsx';
import { requirePerson } from '#app/context.ts';
import { parseForm } from '#server/doors/parse-form.ts';
import { readForm } from '#server/doors/read-form.ts';
import { changeWorkspace } from '#server/settings/change-workspace.ts';
import { readWorkspace } from '#server/settings/read-settings.ts';
import { workspaceForm } from '#server/settings/settings-forms.ts';
import { holidayLines, readSoakSettings } from '#server/settings/soak-settings.ts';
import type { Route } from './+types/route';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { app, person } = requirePerson(context, request);
  const { name, zone, weekend } = await readWorkspace(app, person);
  const { holidays } = await readSoakSettings(app, person);
  return { name, zone, weekend, holidays: holidayLines(holidays) };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { app, person } = requirePerson(context, request);
  const parsed = parseForm(workspaceForm, await readForm(request));
  if ('problems' in parsed) return data({ ...parsed, kept: false }, { status: 422 });
  const { holidays, ...facts } = parsed.values;
  await changeWorkspace(app, person, {
    ...facts,
    holidays: holidays.map(({ day }) => day),
    holidayNames: Object.fromEntries(holidays.flatMap(({ day, name }) => (name === '' ? [] : [[day, name]]))),
  });
  return data({ problems: {}, given: {}, kept: true });
}

const WEEK = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

export default function WorkspaceSettings({ loaderData, actionData }: Route.ComponentProps) {
  const problems: Record<string, string> = actionData?.problems ?? {};
  const given: Record<string, string> = actionData?.given ?? {};
  return (
    <>
      <h1>Workspace</h1>
      {actionData?.kept && <p role="status">Kept.</p>}
      <Form method="post" className="form">
        <Refusal sentence={problems.form} />
        <TextField
          label="Its name"
          name="name"
          required
          defaultValue={given.name ?? loaderData.name}
          refused={problems.name}
        />
        <ZoneField
          label="Its time zone"
          name="zone"
          zone={given.zone ?? loaderData.zone}
          refused={problems.zone}
        />
        <fieldset className="field">
          <legend>Days nobody works</legend>
          <span className="hint">
            A soak is counted in working days. Soaks that run keep the days they began with.
          </span>
          <div className="ticks">
            {WEEK.map((name, place) => (
              <Tick
                key={name}
                name="weekend[]"
                value={place + 1}
                defaultChecked={loaderData.weekend.includes(place + 1)}
              >
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
          hint={
            <>
              One day under the other, such as 2026-12-25 Christmas Day.{' '}
              <Link className="link" to="/settings/soak">
                Or take them from a file
              </Link>
            </>
          }
          defaultValue={given.holidays ?? loaderData.holidays}
          refused={problems.holidays}
        />
        <div className="acts">
          <button type="submit" className="btn main">
            Keep
          </button>
        </div>
      </Form>
    </>
  );
}
