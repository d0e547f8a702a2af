import { requirePerson } from '#app/context.ts';
import { meetingFile } from '#server/calendar/meeting-file.ts';
import type { Route } from './+types/route';

/** `GET /meetings/:id/meeting.ics`: one meeting to take along (N7). */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { app, person } = requirePerson(context, request);
  return new Response(await meetingFile(app, person, params.id), {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8; method=PUBLISH',
      'Content-Disposition': 'attachment; filename="meeting.ics"',
      'Cache-Control': 'private, no-store',
    },
  });
}
