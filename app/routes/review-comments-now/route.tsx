import { requireProgram } from '#app/context.ts';
import { isRefused } from '#domain/refused.ts';
import { awaitComments } from '#server/comments/await-comments.ts';
import { commentCommand, runCommentCommand } from '#server/comments/comment-command.ts';
import { readComments } from '#server/comments/read-comments.ts';
import { parseJson } from '#server/doors/parse-json.ts';
import { requireReview } from '#server/reviews/require-review.ts';
import type { Route } from './+types/route';

const MOST_BYTES = 512_000;
const HEADERS = { 'Cache-Control': 'no-store' };

/** `GET /reviews/:id/comments.json`: the comments now; with `?after=<rev>` as soon as they differ from that, 204 after a while, 429 in too many pages. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { app, person } = requireProgram(context);
  const after = new URL(request.url).searchParams.get('after');
  const now =
    after !== null && /^\d{1,9}$/.test(after)
      ? await awaitComments(app, person, params.id, Number(after), request.signal)
      : await readComments(app, person, params.id);
  if (now && isRefused(now)) return refused(now.refused, 429);
  return now
    ? Response.json(now, { headers: HEADERS })
    : new Response(null, { status: 204, headers: HEADERS });
}

/** `POST`: one command as JSON. 200 with what was done, 422 with a sentence, 403 and 404 as everywhere. */
export async function action({ context, request, params }: Route.ActionArgs) {
  const { app, person } = requireProgram(context);
  // what is wrong with a command is told to those alone who may read its review
  await requireReview(app, person, params.id);
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? ''))
    return refused('Commands come as JSON.', 415);
  const body = await request.text();
  if (body.length > MOST_BYTES) return refused('That is more than a command holds.', 413);
  const asked = commentCommand.safeParse(parseJson(body));
  if (!asked.success) return refused(asked.error.issues[0]?.message ?? 'That command is not complete.', 422);
  const done = await runCommentCommand(app, person, params.id, asked.data);
  return Response.json(done, { status: isRefused(done) ? 422 : 200, headers: HEADERS });
}

const refused = (sentence: string, status: number) => Response.json({ refused: sentence }, { status });
