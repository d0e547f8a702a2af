import { data, Form, Link } from 'react-router';
import { SelectField, TextField } from '#app/components/field.tsx';
import { Ruled } from '#app/components/page.tsx';
import { requirePerson } from '#app/context.ts';
import { asId, isUuid, type SystemId } from '#domain/ids.ts';
import { isRefused } from '#domain/refused.ts';
import { parseForm } from '#server/doors/parse-form.ts';
import { readForm } from '#server/doors/read-form.ts';
import { notFound } from '#server/not-found.ts';
import { requireAdministrator } from '#server/settings/require-administrator.ts';
import { changeSystem, readSystems, retireSystem, systemForm } from '#server/systems/change-systems.ts';
import type { Route } from './+types/route';

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { app, person } = requirePerson(context, request);
  const { systems, teams } = await readSystems(app, person);
  const system = systems.find(({ id }) => id === params.id);
  if (!system) throw notFound();
  return { system, teams };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { app, person } = requirePerson(context, request);
  requireAdministrator(person);
  if (!isUuid(params.id)) throw notFound();
  const id = asId<SystemId>(params.id);
  const parsed = parseForm(systemForm, await readForm(request));
  if ('problems' in parsed) return data({ problems: parsed.problems, said: null }, { status: 422 });
  const { values } = parsed;
  if (values.intent !== 'change') {
    await retireSystem(app, person, id, values.intent === 'retire');
    return data({
      problems: {} as Record<string, string>,
      said: values.intent === 'retire' ? 'Retired. Findings that name it still do.' : 'It is back in use.',
    });
  }
  const done = await changeSystem(app, person, id, { name: values.name, team: values.team });
  const problems: Record<string, string> = isRefused(done) ? { name: done.refused } : {};
  return data({ problems, said: isRefused(done) ? null : 'Kept.' }, { status: isRefused(done) ? 422 : 200 });
}

export default function SystemSettings({ loaderData: { system, teams }, actionData }: Route.ComponentProps) {
  const problems: Readonly<Record<string, string>> = actionData?.problems ?? {};
  const isRetired = system.retiredAt !== null;
  return (
    <>
      <p>
        <Link className="link" to="/settings/systems">
          All systems
        </Link>
      </p>
      <h1>{system.name}</h1>
      {actionData?.said && <p role="status">{actionData.said}</p>}
      <Form method="post" className="form">
        <input type="hidden" name="intent" value="change" />
        <TextField
          label="Its name"
          name="name"
          required
          maxLength={80}
          defaultValue={system.name}
          hint="Findings that name it show the new name."
          refused={problems.name ?? problems.form ?? problems.intent}
        />
        <SelectField label="Owned by" name="team" defaultValue={system.team ?? ''} refused={problems.team}>
          <option value="">No team</option>
          {teams.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <div className="acts">
          <button type="submit" className="btn main">
            Keep
          </button>
        </div>
      </Form>
      <section>
        <Ruled>{isRetired ? 'Retired' : 'Retire it'}</Ruled>
        <p className="quietly">
          {isRetired
            ? 'No finding is newly given it. Those that named it still do.'
            : 'When you no longer run it: it is offered to no more findings, and those that name it still do.'}
        </p>
        <Form method="post" className="form">
          <input type="hidden" name="intent" value={isRetired ? 'bring-back' : 'retire'} />
          <button type="submit" className="btn">
            {isRetired ? 'Bring it back' : 'Retire it'}
          </button>
        </Form>
      </section>
    </>
  );
}
