import { requireInRoom } from '#app/context.ts';
import { readRoom } from '#server/meetings/read-room.ts';
import type { Route } from './+types/route';

/** `GET /meetings/:id/state.json`: the room with its longer lists and what is the asking person's alone. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { app, person } = await requireInRoom(context, request);
  return Response.json(await readRoom(app, person, params.id), { headers: { 'Cache-Control': 'no-store' } });
}
