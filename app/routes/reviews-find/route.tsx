import { requirePerson } from '#app/context.ts';
import { findReviewTitles } from '#server/reviews/search-library.ts';
import type { Route } from './+types/route';

/** Titles for the `[[` link: `GET /reviews/find.json?q=`, only what the asking person may read. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { app, person } = requirePerson(context, request);
  const found = await findReviewTitles(app, person, new URL(request.url).searchParams.get('q') ?? '');
  return Response.json({ reviews: found });
}
