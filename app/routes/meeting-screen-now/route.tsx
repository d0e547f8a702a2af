import { asking } from '#app/context.ts';
import { awaitScreen, readScreen } from '#server/meetings/read-screen.ts';
import { readScreenCookie } from '#server/meetings/screen-cookie.ts';
import type { Route } from './+types/route';

const HEADERS = { 'Cache-Control': 'no-store' };

/** `GET /meetings/:id/screen/now`: what the screen shows; with `?after=<mark>` once that has changed, 204 after five seconds; 404 for who has no screen. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { app } = asking(context);
  const words = readScreenCookie(request.headers.get('cookie'), app.origin);
  const after = new URL(request.url).searchParams.get('after');
  const answer =
    after === null
      ? await readScreen(app, params.id, words)
      : await awaitScreen(app, params.id, words, after, request.signal);
  if (answer === null) return new Response(null, { status: 404, headers: HEADERS });
  if (answer === 'unchanged') return new Response(null, { status: 204, headers: HEADERS });
  return Response.json(answer, { headers: HEADERS });
}
