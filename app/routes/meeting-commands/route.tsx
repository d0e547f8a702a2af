import { requireInRoom } from '#app/context.ts';
import { parseJson } from '#server/doors/parse-json.ts';
import { roomAnswer } from '#server/meetings/answer-body.ts';
import { parseCommand } from '#server/meetings/parse-command.ts';
import { requireMeeting } from '#server/meetings/require-meeting.ts';
import { type CommandAnswer, runCommand } from '#server/meetings/run-command.ts';
import type { Route } from './+types/route';

const MOST_BYTES = 64_000;

/** `POST /meetings/:id/commands`: every button of the room. The commands are listed in `domain/RULES.md`. */
export async function action({ context, params, request }: Route.ActionArgs) {
  const { app, person } = await requireInRoom(context, request);
  const asked = await askedBy(request);
  // what is wrong with a command is told to those alone who may see its meeting
  if (asked instanceof Response || 'refused' in asked) await requireMeeting(app, person, params.id);
  if (asked instanceof Response) return asked;
  if ('refused' in asked) return Response.json(asked, { status: 422 });
  const answer = await runCommand(app, person, params.id, asked);
  const status = statusOf(answer);
  if ('state' in answer)
    return roomAnswer(answer, { status, accepts: request.headers.get('accept-encoding') });
  return Response.json(bodyOf(answer), { status });
}

async function askedBy(request: Request) {
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? ''))
    return refused('Commands come as JSON.', 415);
  const text = await request.text();
  if (text.length > MOST_BYTES) return refused('That is more than a command holds.', 413);
  return parseCommand(parseJson(text));
}

const statusOf = (answer: CommandAnswer): number => {
  if ('refused' in answer) return 422;
  if ('forbidden' in answer) return 403;
  return 'conflict' in answer ? 409 : 200;
};

/** 403 says its sentence where 422 does, so that a program reads one field. */
const bodyOf = (answer: Exclude<CommandAnswer, { state: object }>) =>
  'refused' in answer ? answer : { refused: answer.forbidden };

const refused = (sentence: string, status: number) => Response.json({ refused: sentence }, { status });
