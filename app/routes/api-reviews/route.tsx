import { asking } from '#app/context.ts';
import { listReviewsForPrograms } from '#server/reviews/list-for-programs.ts';
import { requireReader } from '#server/tokens/require-reader.ts';
import type { Route } from './+types/route';

/** `GET /api/v1/reviews`: what the asking person may read. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const asked = asking(context);
  const person = await requireReader(asked, request);
  return Response.json({ reviews: await listReviewsForPrograms(asked.app, person) });
}
