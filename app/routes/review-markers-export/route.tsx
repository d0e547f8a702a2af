import { asking } from '#app/context.ts';
import { markersCsv } from '#domain/attendance/markers.ts';
import { readMarkers } from '#server/attendance/read-markers.ts';
import { requireReader } from '#server/tokens/require-reader.ts';
import type { Route } from './+types/route';

/** `GET /reviews/:id/markers.json`, `.csv`: what the page shows, withheld alike (A6); by a sign-in or a token that reads. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const asked = asking(context);
  const person = await requireReader(asked, request);
  const markers = await readMarkers(asked.app, person, params.id);
  const headers = { 'Cache-Control': 'private, no-store' };
  if (new URL(request.url).pathname.endsWith('.json')) return Response.json(markers, { headers });
  return new Response(markersCsv(markers), {
    headers: {
      ...headers,
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="markers.csv"',
    },
  });
}
