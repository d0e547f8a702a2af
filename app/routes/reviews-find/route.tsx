import { requirePerson } from '#app/context.ts';
import { findItemTitles } from '#server/actions/find-item-titles.ts';
import { findReviewTitles } from '#server/reviews/search-library.ts';
import type { Route } from './+types/route';

/** Titles for the `[[` link: `GET /reviews/find.json?q=`, write-ups and action items (S12), only what the asking person may read. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { app, person } = requirePerson(context, request);
  const words = new URL(request.url).searchParams.get('q') ?? '';
  const found = await findReviewTitles(app, person, words);
  return Response.json({ reviews: found, items: await findItemTitles(app, person, words) });
}
