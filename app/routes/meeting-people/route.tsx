import { requirePerson } from '#app/context.ts';
import { listNameable } from '#server/meetings/list-nameable.ts';
import type { Route } from './+types/route';

/** `GET /meetings/:id/people.json`: whom somebody in the room may name: as scribe, as teller of a part, as whose words something are. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { app, person } = requirePerson(context, request);
  const people = await listNameable(app, person, params.id);
  return Response.json({ people }, { headers: { 'Cache-Control': 'no-store' } });
}
