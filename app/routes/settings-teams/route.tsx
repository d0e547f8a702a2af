import { data, Form, Link, redirect } from 'react-router';
import { EmptyState } from '#app/components/empty-state.tsx';
import { TextField } from '#app/components/field.tsx';
import { Ruled } from '#app/components/page.tsx';
import { requirePerson } from '#app/context.ts';
import { isRefused } from '#domain/refused.ts';
import { parseForm } from '#server/doors/parse-form.ts';
import { readForm } from '#server/doors/read-form.ts';
import { makeTeam } from '#server/settings/change-team.ts';
import { readPeople } from '#server/settings/read-settings.ts';
import { newTeamForm } from '#server/settings/settings-forms.ts';
import type { Route } from './+types/route';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { app, person } = requirePerson(context, request);
  const { teams, members } = await readPeople(app, person);
  return {
    teams: teams.map((team) => ({
      ...team,
      members: members
        .filter((member) => member.team === team.id)
        .map((member) => (member.leads ? `${member.name} (leads)` : member.name)),
    })),
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { app, person } = requirePerson(context, request);
  const parsed = parseForm(newTeamForm, await readForm(request));
  if ('problems' in parsed) return data(parsed, { status: 422 });
  const made = await makeTeam(app, person, parsed.values.name);
  if (isRefused(made))
    return data(
      {
        problems: { name: made.refused } as Record<string, string>,
        given: parsed.values as Record<string, string>,
      },
      { status: 422 },
    );
  throw redirect(`/settings/teams/${made}`);
}

export default function TeamsSettings({ loaderData: { teams }, actionData }: Route.ComponentProps) {
  const problems = actionData?.problems ?? {};
  return (
    <>
      <h1>Teams</h1>
      {teams.length === 0 && (
        <EmptyState>
          No team yet. Teams say who was closest to what happened and who comes from outside: make the first
          one.
        </EmptyState>
      )}
      <ul className="settings-list">
        {teams.map((team) => (
          <li key={team.id}>
            <div className="who">
              <Link className="link" to={`/settings/teams/${team.id}`}>
                {team.name}
              </Link>
              <span>{team.members.length > 0 ? team.members.join(', ') : 'Nobody on it yet.'}</span>
            </div>
          </li>
        ))}
      </ul>
      <section>
        <Ruled>Make a team</Ruled>
        <Form method="post" className="form settings-form">
          <TextField
            label="Its name"
            name="name"
            required
            defaultValue={actionData?.given.name}
            refused={problems.name ?? problems.form}
          />
          <div className="acts">
            <button type="submit" className="btn main">
              Make it
            </button>
          </div>
        </Form>
      </section>
    </>
  );
}
