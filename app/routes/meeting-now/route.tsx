import { requireInRoom } from '#app/context.ts';
import { requireMeeting } from '#server/meetings/require-meeting.ts';
import type { Route } from './+types/route';

/** `GET /meetings/:id/now`: what the server's clock says, so that every timer in the room shows the same. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { app, person } = await requireInRoom(context, request);
  await requireMeeting(app, person, params.id);
  return Response.json({ now: app.clock.now().toISOString() }, { headers: { 'Cache-Control': 'no-store' } });
}
