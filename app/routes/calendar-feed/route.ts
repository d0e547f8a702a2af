import { asking } from '#app/context.ts';
import { readFeed } from '#server/calendar/feeds.ts';
import type { Route } from './+types/route';

/** `GET /calendar/<token>.ics`: a feed for calendar programs; its token is the only way in, and there is no page to sign in on (N7). */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { app } = asking(context);
  const [, words] = /^([a-z2-7.]{65})\.ics$/.exec(params.token) ?? [];
  const known = (request.headers.get('if-none-match') ?? '').slice(0, 2_000).split(/\s*,\s*/);
  const feed = await readFeed(app, words, known);
  if (feed === null)
    return new Response('There is no such calendar, or it was ended.\n', {
      status: 404,
      headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
    });
  const headers = new Headers({ ETag: feed.etag, 'Cache-Control': 'private, no-cache' });
  if (feed.changedAt) headers.set('Last-Modified', feed.changedAt.toUTCString());
  if (feed.body === null) return new Response(null, { status: 304, headers });
  headers.set('Content-Type', 'text/calendar; charset=utf-8; method=PUBLISH');
  headers.set('Content-Disposition', 'inline; filename="soak.ics"');
  const [only = '', ...more] = feed.body;
  return new Response(more.length === 0 ? only : streamOf(feed.body), { headers });
}

/** Each piece is made into bytes as it is taken. */
function streamOf(pieces: readonly string[]): ReadableStream<Uint8Array> {
  const [rest, encoder] = [pieces.values(), new TextEncoder()];
  return new ReadableStream({
    pull(stream) {
      const { value, done } = rest.next();
      if (done) stream.close();
      else stream.enqueue(encoder.encode(value));
    },
  });
}
