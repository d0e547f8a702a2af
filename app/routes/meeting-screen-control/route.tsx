import { requireProgram } from '#app/context.ts';
import { isRefused } from '#domain/refused.ts';
import { parseJson } from '#server/doors/parse-json.ts';
import { controlScreen, readScreenControl, screenDeed } from '#server/meetings/control-screen.ts';
import { requireMeeting } from '#server/meetings/require-meeting.ts';
import type { Route } from './+types/route';

const HEADERS = { 'Cache-Control': 'no-store' };
const MOST_BYTES = 2_000;

/** `GET /meetings/:id/screen-control`: for facilitators, what the screen shows and what is chosen for it. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { app, person } = requireProgram(context);
  return Response.json(await readScreenControl(app, person, params.id), { headers: HEADERS });
}

/** `POST`: makes its link, ends it, blanks or freezes it. 200 with the same, 422 with a sentence. */
export async function action({ context, params, request }: Route.ActionArgs) {
  const { app, person } = requireProgram(context);
  await requireMeeting(app, person, params.id);
  const asked = screenDeed.safeParse(parseJson((await request.text()).slice(0, MOST_BYTES)));
  if (!asked.success)
    return Response.json(
      { refused: 'That is nothing a screen knows: make, end, or choose.' },
      { status: 422 },
    );
  const done = await controlScreen(app, person, params.id, asked.data);
  return Response.json(done, { status: isRefused(done) ? 422 : 200, headers: HEADERS });
}
