import { data, Form, Link } from 'react-router';
import { EmptyState } from '#app/components/empty-state.tsx';
import { SelectField, TextField } from '#app/components/field.tsx';
import { Ruled } from '#app/components/page.tsx';
import { requirePerson } from '#app/context.ts';
import { isRefused } from '#domain/refused.ts';
import { parseForm } from '#server/doors/parse-form.ts';
import { readForm } from '#server/doors/read-form.ts';
import { addSystem, newSystemForm, readSystems } from '#server/systems/change-systems.ts';
import type { Route } from './+types/route';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { app, person } = requirePerson(context, request);
  return readSystems(app, person);
}

const NOTHING_TYPED: Readonly<Record<string, string>> = {};

export async function action({ context, request }: Route.ActionArgs) {
  const { app, person } = requirePerson(context, request);
  const posted = await readForm(request);
  const given: Record<string, string> = {
    name: String(posted.get('name') ?? ''),
    team: String(posted.get('team') ?? ''),
  };
  const refused = (problems: Readonly<Record<string, string>>) =>
    data({ problems, given, added: null, version: app.random.uuid() }, { status: 422 });
  const parsed = parseForm(newSystemForm, posted);
  if ('problems' in parsed) return refused(parsed.problems);
  const done = await addSystem(app, person, parsed.values);
  if (isRefused(done)) return refused({ name: done.refused });
  const problems: Readonly<Record<string, string>> = {};
  return data({ problems, given: NOTHING_TYPED, added: parsed.values.name, version: app.random.uuid() });
}

export default function SystemsSettings({ loaderData, actionData }: Route.ComponentProps) {
  const { systems, teams } = loaderData;
  const inUse = systems.filter(({ retiredAt }) => retiredAt === null);
  const retired = systems.filter(({ retiredAt }) => retiredAt !== null);
  const problems = actionData?.problems ?? {};
  const given = actionData?.given ?? NOTHING_TYPED;
  return (
    <>
      <h1>Systems</h1>
      <p className="quietly">
        What you run, and the team that owns each. Findings name them, and an action session is proposed to
        the people who own what its findings name.
      </p>
      {systems.length === 0 && (
        <EmptyState>No system yet. Add the first one; findings can name it from then on.</EmptyState>
      )}
      <SystemList systems={inUse} />
      <section>
        <Ruled>Add a system</Ruled>
        {actionData?.added && <p role="status">{actionData.added} is added.</p>}
        <Form method="post" className="form settings-form" key={actionData?.version ?? 'first'}>
          <TextField
            label="Its name"
            name="name"
            required
            maxLength={80}
            autoComplete="off"
            defaultValue={given.name}
            refused={problems.name ?? problems.form}
          />
          <SelectField
            label="Owned by"
            name="team"
            defaultValue={given.team}
            hint={teams.length === 0 ? 'There is no team yet; it can be given to one later.' : undefined}
            refused={problems.team}
          >
            <option value="">No team yet</option>
            {teams.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
          <div className="acts">
            <button type="submit" className="btn main">
              Add it
            </button>
          </div>
        </Form>
      </section>
      {retired.length > 0 && (
        <section>
          <Ruled>Retired</Ruled>
          <SystemList systems={retired} />
        </section>
      )}
    </>
  );
}

const SystemList = ({
  systems,
}: {
  systems: readonly { id: string; name: string; teamName: string | null }[];
}) =>
  systems.length === 0 ? null : (
    <ul className="settings-list">
      {systems.map(({ id, name, teamName }) => (
        <li key={id}>
          <div className="who">
            <Link className="link" to={`/settings/systems/${id}`}>
              {name}
            </Link>
            <span>{teamName ?? 'No team owns it yet.'}</span>
          </div>
        </li>
      ))}
    </ul>
  );
