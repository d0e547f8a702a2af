import { data, Link } from 'react-router';
import { TextField } from '#app/components/field.tsx';
import { KeptForm } from '#app/components/kept-form.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import { requirePerson } from '#app/context.ts';
import { asId, isUuid, type TeamId } from '#domain/ids.ts';
import { isRefused } from '#domain/refused.ts';
import { takeAsLoaded } from '#server/doors/as-loaded.ts';
import { parseForm } from '#server/doors/parse-form.ts';
import { readForm } from '#server/doors/read-form.ts';
import { notFound } from '#server/not-found.ts';
import { changeTeam, type TeamFacts, teamAsLoaded } from '#server/settings/change-team.ts';
import { readPeople } from '#server/settings/read-settings.ts';
import { teamForm } from '#server/settings/settings-forms.ts';
import type { Route } from './+types/route';
import { MemberTicks } from './member-ticks.tsx';

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { app, person } = requirePerson(context, request);
  const { people, teams, members } = await readPeople(app, person);
  const team = teams.find((one) => one.id === params.id);
  if (!team) throw notFound();
  const onTeam = new Map(members.filter((one) => one.team === team.id).map((one) => [one.person, one.leads]));
  return {
    team,
    asLoaded: teamAsLoaded(team, members),
    people: people
      .filter((one) => one.deactivated_at === null)
      .map((one) => ({
        id: one.id,
        name: one.name,
        isMember: onTeam.has(one.id),
        leads: onTeam.get(one.id) ?? false,
      })),
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { app, person } = requirePerson(context, request);
  if (!isUuid(params.id)) throw notFound();
  const posted = await readForm(request);
  const loaded = takeAsLoaded(posted);
  const parsed = parseForm(teamForm, posted);
  if ('problems' in parsed) {
    const { problems, ...typed } = parsed;
    return data({ problems, typed, answer: undefined, asLoaded: null, kept: false }, { status: 422 });
  }
  const done = await changeTeam(app, person, asId<TeamId>(params.id), parsed.values, loaded);
  const answer = app.random.uuid();
  if ('changed' in done) return data({ problems: {}, typed: null, answer, asLoaded: null, kept: true });
  if (isRefused(done))
    return data(
      {
        problems: { name: done.refused },
        typed: typedOf(parsed.values),
        answer: undefined,
        asLoaded: null,
        kept: false,
      },
      { status: 422 },
    );
  return data(
    { problems: done.asked, typed: typedOf(done.typed), answer, asLoaded: done.asLoaded, kept: false },
    { status: 422 },
  );
}

const typedOf = ({ name, members, leads }: TeamFacts) => ({
  given: { name } as Record<string, string>,
  lists: { members: [...members], leads: [...leads] } as Record<string, string[]>,
});

export default function TeamSettings({ loaderData, actionData }: Route.ComponentProps) {
  const { team, people } = loaderData;
  const problems: Record<string, string> = actionData?.problems ?? {};
  const typed = actionData?.typed;
  const ticked = (list: 'members' | 'leads', id: string, kept: boolean) =>
    typed ? typed.lists[list]?.includes(id) === true : kept;
  return (
    <>
      <p>
        <Link className="link" to="/settings/teams">
          All teams
        </Link>
      </p>
      <h1>{team.name}</h1>
      <KeptForm
        asLoaded={actionData?.asLoaded ?? loaderData.asLoaded}
        answer={actionData?.answer}
        said={actionData?.kept ? 'Kept.' : null}
      >
        <Refusal sentence={problems.form ?? problems.members ?? problems.leads} />
        <TextField
          label="Its name"
          name="name"
          required
          defaultValue={typed?.given.name ?? team.name}
          refused={problems.name}
        />
        <MemberTicks
          people={people.map((one) => ({
            ...one,
            isMember: ticked('members', one.id, one.isMember),
            leads: ticked('leads', one.id, one.leads),
          }))}
        />
        <div className="acts">
          <button type="submit" className="btn main">
            Keep
          </button>
        </div>
      </KeptForm>
    </>
  );
}
