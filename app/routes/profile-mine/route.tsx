import { requirePerson } from '#app/context.ts';
import { exportOwn } from '#server/own/export-own.ts';
import type { Route } from './+types/route';

/** `GET /profile/mine.json`: everything Soak holds of the person who asks, in one file. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { app, person } = requirePerson(context, request);
  return new Response(JSON.stringify(await exportOwn(app, person), null, 2), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="what-soak-holds-of-me.json"',
      'Cache-Control': 'private, no-store',
    },
  });
}
