import { data, redirect } from 'react-router';
import { ReviewPage } from '#app/components/review-page.tsx';
import { requirePerson } from '#app/context.ts';
import { isRefused } from '#domain/refused.ts';
import { actionsForm, actOnActionsPage, FIELD_OF_INTENT } from '#server/actions/actions-form.ts';
import { readActionsPage } from '#server/actions/read-actions-page.ts';
import { parseForm } from '#server/doors/parse-form.ts';
import { readForm } from '#server/doors/read-form.ts';
import type { Route } from './+types/route';
import { Afterwards } from './afterwards.tsx';
import { BeforeTheMeeting } from './before-the-meeting.tsx';
import './route.css';
import './answers.css';
import { Soaking } from './soaking.tsx';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { app, person } = requirePerson(context, request);
  const asked = new URL(request.url).searchParams;
  const page = await readActionsPage(app, person, params.id);
  return {
    ...page,
    me: person.id,
    answering: asked.get('answer'),
    changing: asked.get('change'),
    withdrawing: asked.get('withdraw'),
    putAway: asked.has('put-away'),
  };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { app, person } = requirePerson(context, request);
  const form = parseForm(actionsForm, await readForm(request));
  if ('problems' in form) return data(form, { status: 422 });
  const said = await actOnActionsPage(app, person, params.id, form.values);
  const { intent } = form.values;
  if (isRefused(said)) {
    const given = Object.fromEntries(
      Object.entries(form.values).map(([name, value]) => [name, String(value)]),
    );
    return data(
      { problems: { [FIELD_OF_INTENT[intent]]: said.refused } as Record<string, string>, given },
      { status: 422 },
    );
  }
  throw redirect(`/reviews/${params.id}/actions${intent === 'seal' ? '?put-away#sealed' : ''}`);
}

export default function Actions({ loaderData: page, actionData }: Route.ComponentProps) {
  const problems = { problems: {}, given: {}, ...actionData };
  return (
    <ReviewPage>
      <main className="soak" id="main">
        {page.outcome.ideas.length > 0 || page.outcome.outcome !== null ? (
          <Afterwards page={page} {...problems} />
        ) : page.soak === null ? (
          <BeforeTheMeeting page={page} {...problems} />
        ) : (
          <Soaking page={page} soak={page.soak} {...problems} />
        )}
      </main>
    </ReviewPage>
  );
}
