import { requirePerson } from '#app/context.ts';
import { exportItems } from '#server/trackers/export-items.ts';
import type { Route } from './+types/route';

/** `GET /reviews/:id/items.csv`: what was agreed, with where it is worked on and its state. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { app, person } = requirePerson(context, request);
  return new Response(await exportItems(app, person, params.id), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="action-items.csv"',
      'Cache-Control': 'private, no-store',
    },
  });
}
