import { asking } from '#app/context.ts';
import { readReviewForPrograms } from '#server/reviews/list-for-programs.ts';
import { requireReader } from '#server/tokens/require-reader.ts';
import type { Route } from './+types/route';

/** `GET /api/v1/reviews/:id`: one review with its documents and meetings. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const asked = asking(context);
  const person = await requireReader(asked, request);
  return Response.json(await readReviewForPrograms(asked.app, person, params.id));
}
