import { asking } from '#app/context.ts';
import { monthsCsv } from '#domain/attendance/months.ts';
import { readMonths } from '#server/attendance/read-months.ts';
import { requireReader } from '#server/tokens/require-reader.ts';
import type { Route } from './+types/route';

/** `GET /markers.json`, `/markers.csv`: sums by month of what open, published reviews publish (A6). */
export async function loader({ context, request }: Route.LoaderArgs) {
  const asked = asking(context);
  await requireReader(asked, request);
  const months = await readMonths(asked.app);
  const headers = { 'Cache-Control': 'private, no-store' };
  if (new URL(request.url).pathname.endsWith('.json')) return Response.json({ months }, { headers });
  return new Response(monthsCsv(months), {
    headers: {
      ...headers,
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="markers-by-month.csv"',
    },
  });
}
