import { data, Form, Link } from 'react-router';
import { OneTimeLink } from '#app/components/one-time-link.tsx';
import { Ruled } from '#app/components/page.tsx';
import { PersonFields } from '#app/components/person-fields.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import { requirePerson } from '#app/context.ts';
import { asId, isUuid, type PersonId } from '#domain/ids.ts';
import { isRefused } from '#domain/refused.ts';
import { parseForm } from '#server/doors/parse-form.ts';
import { readForm } from '#server/doors/read-form.ts';
import { notFound } from '#server/not-found.ts';
import { readPeople, readPerson } from '#server/settings/read-settings.ts';
import { personForm } from '#server/settings/settings-forms.ts';
import type { Route } from './+types/route';
import { answerPersonForm } from './answer-person-form.ts';
import { Deactivation } from './deactivation.tsx';
import { Erasing } from './erasing.tsx';

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { app, person } = requirePerson(context, request);
  const { found, teams: onTeams, resting } = await readPerson(app, person, idOf(params.id));
  const { people, teams } = await readPeople(app, person);
  return {
    found: {
      id: found.id,
      name: found.name,
      email: found.email ?? '',
      startedOn: found.started_on,
      role: found.role,
      active: found.deactivated_at === null,
    },
    onTeams,
    resting,
    teams,
    successors: people
      .filter((one) => one.id !== found.id && one.deactivated_at === null)
      .map((one) => ({ id: one.id, name: one.name })),
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { app, person } = requirePerson(context, request);
  const id = idOf(params.id);
  const parsed = parseForm(personForm, await readForm(request));
  if ('problems' in parsed) {
    const { problems, ...typed } = parsed;
    return data({ problems, typed, said: null, url: null }, { status: 422 });
  }
  const answer = await answerPersonForm(app, person, id, parsed.values);
  return isRefused(answer)
    ? data(
        { problems: { form: answer.refused } as Record<string, string>, typed: null, said: null, url: null },
        { status: 422 },
      )
    : data({ problems: {} as Record<string, string>, typed: null, ...answer });
}

function idOf(given: string | undefined): PersonId {
  if (!isUuid(given)) throw notFound();
  return asId<PersonId>(given);
}

export default function PersonSettings({ loaderData, actionData }: Route.ComponentProps) {
  const { found, teams, onTeams, resting, successors } = loaderData;
  const problems: Record<string, string> = actionData?.problems ?? {};
  return (
    <>
      <p>
        <Link className="link" to="/settings/people">
          All people
        </Link>
      </p>
      <h1>{found.name}</h1>
      <p className="lead">{found.email}</p>
      {actionData?.said && <p role="status">{actionData.said}</p>}
      {actionData?.url && <OneTimeLink url={actionData.url}>A link for {found.name}</OneTimeLink>}
      <Refusal sentence={problems.form ?? problems.intent ?? problems.successor} />
      <Form method="post" className="form">
        <input type="hidden" name="intent" value="change" />
        <PersonFields
          given={actionData?.typed?.given ?? found}
          problems={problems}
          teams={teams}
          onTeams={actionData?.typed ? (actionData.typed.lists.teams ?? []) : onTeams}
        />
        <div className="acts">
          <button type="submit" className="btn main">
            Keep
          </button>
        </div>
      </Form>
      {found.active && (
        <section>
          <Ruled>The way in</Ruled>
          <Form method="post" className="form settings-form">
            <input type="hidden" name="intent" value="link" />
            <p>A link to come in, or to choose a new password. An earlier one no longer works then.</p>
            <div className="acts">
              <button type="submit" className="btn">
                Make a link
              </button>
            </div>
          </Form>
        </section>
      )}
      <Deactivation person={found} resting={resting} successors={successors} />
      {!found.active && <Erasing name={found.name} refused={problems.typedName} />}
    </>
  );
}
