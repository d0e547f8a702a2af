import { Form, redirect } from 'react-router';
import { PlainPage } from '#app/components/page.tsx';
import { TopBar } from '#app/components/top-bar.tsx';
import { requirePerson } from '#app/context.ts';
import { requireBinned, unbinReview } from '#server/reviews/bin-review.ts';
import type { Route } from './+types/route';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { app, person } = requirePerson(context, request);
  const review = await requireBinned(app, person, params.id);
  return { title: review.title };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { app, person } = requirePerson(context, request);
  await unbinReview(app, person, params.id);
  throw redirect(`/reviews/${params.id}`);
}

export const meta = () => [{ title: 'In the bin · Soak' }];

export default function BinnedReview({ loaderData }: Route.ComponentProps) {
  return (
    <>
      <TopBar />
      <PlainPage>
        <h1>{loaderData.title}</h1>
        <p className="lead">
          This review lies in the bin for 30 days. Keep this page’s address to come back to it.
        </p>
        <Form method="post">
          <button type="submit" className="btn main">
            Take it out again
          </button>
        </Form>
      </PlainPage>
    </>
  );
}
