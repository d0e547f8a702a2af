import { requireInRoom } from '#app/context.ts';
import { readStage } from '#server/guests/read-stage.ts';
import type { Route } from './+types/route';

/** `GET /meetings/:id/stage.json`: what is on stage just now, for those in the room who may not read the write-up (G2). */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { app, person } = await requireInRoom(context, request);
  return Response.json(await readStage(app, person, params.id), { headers: { 'Cache-Control': 'no-store' } });
}
