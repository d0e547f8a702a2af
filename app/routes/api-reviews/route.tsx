import { requireProgram } from '#app/context.ts';
import { listReviewsForPrograms } from '#server/reviews/list-for-programs.ts';
import type { Route } from './+types/route';

/** `GET /api/v1/reviews`: what the asking person may read. */
export async function loader({ context }: Route.LoaderArgs) {
  const { app, person } = requireProgram(context);
  return Response.json({ reviews: await listReviewsForPrograms(app, person) });
}
