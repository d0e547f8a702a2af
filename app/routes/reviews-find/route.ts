import { requirePerson } from '#app/context.ts';
import { listReviews } from '#server/reviews/list-reviews.ts';
import type { Route } from './+types/route';

const MOST = 12;

/** `GET /reviews/find.json?q=`: reviews this person may read whose titles hold the words; for `[[`. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { app, person } = requirePerson(context, request);
  const asked = (new URL(request.url).searchParams.get('q') ?? '')
    .trim()
    .toLocaleLowerCase('en')
    .slice(0, 100);
  const reviews = (await listReviews(app, person))
    .filter(({ title }) => title.toLocaleLowerCase('en').includes(asked))
    .slice(0, MOST);
  return Response.json({ reviews: reviews.map(({ id, title, kind }) => ({ id, title, kind })) });
}
