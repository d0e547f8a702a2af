import { asking } from '#app/context.ts';
import { asId, type MeetingId } from '#domain/ids.ts';
import { findScreenBy } from '#server/meetings/find-screen.ts';
import { screenCookie } from '#server/meetings/screen-cookie.ts';
import type { Route } from './+types/route';

/** `POST /meetings/:id/screen/join`, the token as text: changed at once for a cookie of the screen's own path. 204, or 404. */
export async function action({ context, params, request }: Route.ActionArgs) {
  const { app } = asking(context);
  const words = (await request.text()).slice(0, 200);
  if ((await findScreenBy(app, params.id, words)) === null) return new Response(null, { status: 404 });
  return new Response(null, {
    status: 204,
    headers: { 'Set-Cookie': screenCookie(words, asId<MeetingId>(params.id), app.origin) },
  });
}
