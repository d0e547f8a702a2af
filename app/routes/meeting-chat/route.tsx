import { requirePerson } from '#app/context.ts';
import { readChat } from '#server/meetings/read-chat.ts';
import type { Route } from './+types/route';

/** `GET /meetings/:id/chat.json?moment=`: what was said around a moment, for those in the room who may read the evidence. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { app, person } = requirePerson(context, request);
  const moment = new URL(request.url).searchParams.get('moment');
  const stretches = await readChat(app, person, params.id, moment);
  return Response.json({ stretches }, { headers: { 'Cache-Control': 'no-store' } });
}
