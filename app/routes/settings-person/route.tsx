import { data, Form, Link } from 'react-router';
import { KeptForm } from '#app/components/kept-form.tsx';
import { OneTimeLink } from '#app/components/one-time-link.tsx';
import { Ruled } from '#app/components/page.tsx';
import { PersonFields } from '#app/components/person-fields.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import { requirePerson } from '#app/context.ts';
import { asId, isUuid, type PersonId } from '#domain/ids.ts';
import { isRefused } from '#domain/refused.ts';
import { takeAsLoaded } from '#server/doors/as-loaded.ts';
import { parseForm } from '#server/doors/parse-form.ts';
import { readForm } from '#server/doors/read-form.ts';
import { notFound } from '#server/not-found.ts';
import { type PersonFacts, personAsLoaded } from '#server/settings/change-person.ts';
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
    asLoaded: personAsLoaded(found, onTeams),
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
  const posted = await readForm(request);
  const loaded = takeAsLoaded(posted);
  const parsed = parseForm(personForm, posted);
  if ('problems' in parsed) {
    const { problems, given, lists } = parsed;
    return data({ ...NOTHING, problems, typed: { given, teams: lists.teams ?? [] } }, { status: 422 });
  }
  const done = await answerPersonForm(app, person, id, parsed.values, loaded);
  if (isRefused(done)) return data({ ...NOTHING, problems: { form: done.refused } }, { status: 422 });
  const answer = app.random.uuid();
  if ('said' in done)
    return data({ ...NOTHING, ...done, ...(parsed.values.intent === 'change' && { answer }) });
  const { asked, typed, asLoaded } = done;
  return data({ ...NOTHING, problems: asked, typed: typedOf(typed), asLoaded, answer }, { status: 422 });
}

interface Answer {
  problems: Record<string, string>;
  typed: {
    given: { name?: string; startedOn?: string | null; role?: string };
    teams: readonly string[];
  } | null;
  said: string | null;
  url: string | null;
  /** Of an answer after which the facts are shown anew, and how they are then. */
  answer: string | undefined;
  asLoaded: string | null;
}

const NOTHING: Answer = {
  problems: {},
  typed: null,
  said: null,
  url: null,
  answer: undefined,
  asLoaded: null,
};

const typedOf = ({ teams, ...given }: PersonFacts): Answer['typed'] => ({ given, teams });

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
      {actionData?.url && <OneTimeLink url={actionData.url}>A link for {found.name}</OneTimeLink>}
      <Refusal sentence={problems.form ?? problems.intent ?? problems.successor} />
      <KeptForm
        asLoaded={actionData?.asLoaded ?? loaderData.asLoaded}
        answer={actionData?.answer}
        said={actionData?.said ?? null}
      >
        <input type="hidden" name="intent" value="change" />
        <PersonFields
          given={actionData?.typed?.given ?? found}
          problems={problems}
          teams={teams}
          onTeams={actionData?.typed?.teams ?? onTeams}
        />
        <div className="acts">
          <button type="submit" className="btn main">
            Keep
          </button>
        </div>
      </KeptForm>
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
