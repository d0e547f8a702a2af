import { requireProgram } from '#app/context.ts';
import { isRefused } from '#domain/refused.ts';
import { parseJson } from '#server/doors/parse-json.ts';
import { controlGuests, guestDeed, readGuestControl } from '#server/guests/control-guests.ts';
import { requireMeeting } from '#server/meetings/require-meeting.ts';
import type { Route } from './+types/route';

const HEADERS = { 'Cache-Control': 'no-store' };
const MOST_BYTES = 2_000;

/** `GET /meetings/:id/guests`: for facilitators and planners, the code with its picture, and who came by it. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { app, person } = requireProgram(context);
  return Response.json(await readGuestControl(app, person, params.id), { headers: HEADERS });
}

/** `POST`: makes a code, takes it away, lets a guest go. 200 with the same, 422 with a sentence. */
export async function action({ context, params, request }: Route.ActionArgs) {
  const { app, person } = requireProgram(context);
  await requireMeeting(app, person, params.id);
  const asked = guestDeed.safeParse(parseJson((await request.text()).slice(0, MOST_BYTES)));
  if (!asked.success)
    return Response.json(
      { refused: 'That is nothing to do with guests: make, end, or remove.' },
      { status: 422 },
    );
  const done = await controlGuests(app, person, params.id, asked.data);
  return Response.json(done, { status: isRefused(done) ? 422 : 200, headers: HEADERS });
}
