import { data, Form, Link, redirect, useNavigation } from 'react-router';
import { TextField } from '#app/components/field.tsx';
import { PlainPage } from '#app/components/page.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import { ReviewFactsFields } from '#app/components/review-facts-fields.tsx';
import { StanceFields } from '#app/components/stance-fields.tsx';
import { TopBar } from '#app/components/top-bar.tsx';
import { requirePerson } from '#app/context.ts';
import { parseForm } from '#server/doors/parse-form.ts';
import { readForm } from '#server/doors/read-form.ts';
import { createReview } from '#server/reviews/create-review.ts';
import { firstWriteUp } from '#server/reviews/first-write-up.ts';
import { offerChoices } from '#server/reviews/offer-choices.ts';
import { newReviewForm } from '#server/reviews/review-form.ts';
import type { Route } from './+types/route';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { app, person } = requirePerson(context, request);
  const { teams } = await offerChoices(app);
  return { teams, zone: person.zone };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { app, person } = requirePerson(context, request);
  const form = parseForm(newReviewForm, await readForm(request));
  if ('problems' in form) return data(form, { status: 422 });
  const { title, wasInvolved, leadsInvolved, ...facts } = form.values;
  const analyst = {
    person: person.id,
    wasInvolved: wasInvolved === 'on',
    leadsInvolved: leadsInvolved === 'on',
  };
  const id = await createReview(app, person, {
    ...facts,
    analysts: [analyst],
    writeUp: firstWriteUp(app, title),
  });
  throw redirect(`/reviews/${id}/write`);
}

export const meta = () => [{ title: 'Start a review · Soak' }];

export default function NewReview({ loaderData, actionData }: Route.ComponentProps) {
  const { problems = {}, given = {}, lists = {} } = actionData ?? {};
  const busy = useNavigation().state !== 'idle';
  return (
    <>
      <TopBar />
      <PlainPage>
        <h1>Start a review</h1>
        <p className="lead">
          Give it a title and say when it happened. You become its analyst; everything here can change later.
          Have a post-mortem or a chat already?{' '}
          <Link className="link" to="/reviews/import">
            Bring it in
          </Link>{' '}
          instead.
        </p>
        <Form method="post" className="form">
          <Refusal sentence={problems.form} />
          <TextField
            label="Title"
            name="title"
            required
            defaultValue={given.title}
            refused={problems.title}
          />
          <ReviewFactsFields
            given={{ zone: loaderData.zone, ...given, closestTeams: lists.closestTeams }}
            problems={problems}
            teams={loaderData.teams}
          />
          <StanceFields given={given} />
          <button type="submit" className="btn main" disabled={busy}>
            Start writing
          </button>
        </Form>
      </PlainPage>
    </>
  );
}
