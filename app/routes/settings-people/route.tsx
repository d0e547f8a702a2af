import { data, Form, Link } from 'react-router';
import { TextField } from '#app/components/field.tsx';
import { OneTimeLink } from '#app/components/one-time-link.tsx';
import { Ruled } from '#app/components/page.tsx';
import { PersonFields } from '#app/components/person-fields.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import { requirePerson } from '#app/context.ts';
import { isRefused } from '#domain/refused.ts';
import { parseForm } from '#server/doors/parse-form.ts';
import { readForm } from '#server/doors/read-form.ts';
import { invitePerson } from '#server/settings/invite-person.ts';
import { readPeople } from '#server/settings/read-settings.ts';
import { invitationForm } from '#server/settings/settings-forms.ts';
import type { Route } from './+types/route';
import { PeopleList } from './people-list.tsx';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { app, person } = requirePerson(context, request);
  const { people, teams, members } = await readPeople(app, person);
  const teamNames = new Map(teams.map((team) => [team.id, team.name]));
  return {
    teams,
    people: people.map((one) => ({
      id: one.id,
      name: one.name,
      email: one.email ?? '',
      faceLetters: one.face_letters,
      faceHue: one.face_hue,
      administrator: one.role === 'administrator',
      hasComeIn: one.hasPassword,
      active: one.deactivated_at === null,
      teams: members
        .filter((member) => member.person === one.id)
        .map((member) => teamNames.get(member.team) ?? ''),
    })),
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { app, person } = requirePerson(context, request);
  const parsed = parseForm(invitationForm, await readForm(request));
  if ('problems' in parsed) return data({ ...parsed, invited: null }, { status: 422 });
  const answer = await invitePerson(app, person, parsed.values);
  if (isRefused(answer)) {
    const { name, email, role, startedOn } = parsed.values;
    const given: Record<string, string> = { name, email, role, startedOn: startedOn ?? '' };
    const lists: Record<string, string[]> = { teams: parsed.values.teams };
    return data({ problems: { email: answer.refused }, given, lists, invited: null }, { status: 422 });
  }
  const lists: Record<string, string[]> = {};
  return data({ problems: {}, given: {}, lists, invited: { name: parsed.values.name, url: answer.url } });
}

export default function PeopleSettings({ loaderData: { people, teams }, actionData }: Route.ComponentProps) {
  const problems: Record<string, string> = actionData?.problems ?? {};
  const given: Record<string, string> = actionData?.given ?? {};
  const invited = actionData?.invited;
  return (
    <>
      <h1>People</h1>
      {invited && <OneTimeLink url={invited.url}>The link with which {invited.name} comes in</OneTimeLink>}
      <PeopleList people={people} />
      <section>
        <Ruled
          aside={
            <Link className="link" to="/settings/people/import">
              Bring in a list
            </Link>
          }
        >
          Invite somebody
        </Ruled>
        {/* a new form once somebody was invited, so that it is empty again */}
        <Form method="post" className="form settings-form" key={invited?.url ?? 'first'}>
          <Refusal sentence={problems.form} />
          <TextField
            label="E-mail"
            name="email"
            type="email"
            autoComplete="off"
            required
            defaultValue={given.email}
            refused={problems.email}
          />
          <PersonFields
            given={given}
            problems={problems}
            teams={teams}
            onTeams={actionData?.lists.teams ?? []}
          />
          <div className="acts">
            <button type="submit" className="btn main">
              Add, and make their link
            </button>
          </div>
        </Form>
      </section>
    </>
  );
}
