import { requireProgram } from '#app/context.ts';
import { readReviewForPrograms } from '#server/reviews/list-for-programs.ts';
import type { Route } from './+types/route';

/** `GET /api/v1/reviews/:id`: one review with its documents and meetings. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { app, person } = requireProgram(context);
  return Response.json(await readReviewForPrograms(app, person, params.id));
}
