import { z } from 'zod';
import { requireProgram } from '#app/context.ts';
import { CALL_ON } from '#domain/meeting/call-on.ts';
import { isRefused } from '#domain/refused.ts';
import { answerCallOn, readCallOn } from '#server/meetings/call-on.ts';
import { requireMeeting } from '#server/meetings/require-meeting.ts';
import type { Route } from './+types/route';

const HEADERS = { 'Cache-Control': 'no-store' };
const body = z.strictObject({ answer: z.enum(CALL_ON).nullable() });

/** `GET /meetings/:id/call-on`: one's own answer to "may I call on you?"; for facilitators everyone's. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { app, person } = requireProgram(context);
  return Response.json(await readCallOn(app, person, params.id), { headers: HEADERS });
}

/** `POST { answer }`: yes, warned, no, or null to take it back. 200 with the same, 422 with a sentence. */
export async function action({ context, params, request }: Route.ActionArgs) {
  const { app, person } = requireProgram(context);
  await requireMeeting(app, person, params.id);
  const asked = body.safeParse(await request.json().catch(() => null));
  if (!asked.success)
    return Response.json({ refused: 'An answer is yes, warned, no, or nothing.' }, { status: 422 });
  const done = await answerCallOn(app, person, params.id, asked.data.answer);
  if (isRefused(done)) return Response.json(done, { status: 422 });
  return Response.json(await readCallOn(app, person, params.id), { headers: HEADERS });
}
