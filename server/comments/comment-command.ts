import { z } from 'zod';
import { relativePosition } from '#collab/document/relative-position.ts';
import { findThread, type ThreadRow } from '#db/comment-threads.ts';
import { findComment } from '#db/comments.ts';
import { isUniqueViolation } from '#db/engine/errors.ts';
import { isSameWords } from '#domain/comments/same-words.ts';
import { COMMENT_MAX, QUOTE_MAX } from '#domain/comments/thread.ts';
import { isRefused, type Refused, refuse } from '#domain/refused.ts';
import type { App, SignedIn } from '../app.ts';
import { words } from '../doors/fields.ts';
import { requireReview } from '../reviews/require-review.ts';
import { answerThread, resolveThread } from './answer-thread.ts';
import { beginThread } from './begin-thread.ts';
import { carryAnchors } from './carry-anchors.ts';
import { openComments } from './open-comments.ts';
import { rewordComment, takeCommentBack } from './own-comment.ts';
import { seeComments } from './see-comments.ts';

const uuid = z.uuid().refine((id) => id === id.toLowerCase());
const text = words(COMMENT_MAX, 'Write what you want to say.');
const point = z.strictObject({ key: z.string().min(1).max(120), offset: z.int().min(0).max(10_000_000) });
const part = z.strictObject({
  about: z.enum(['section', 'finding', 'moment', 'picture']),
  target: z.string().min(1).max(120),
});
const chosenWords = z.strictObject({
  about: z.literal('words'),
  from: point,
  to: point,
  words: z
    .string()
    .min(1)
    .max(QUOTE_MAX * 2),
});
const anchor = z.strictObject({
  thread: uuid,
  place: z.string().max(120),
  start: relativePosition(0),
  end: relativePosition(0),
});

const isEachOnce = (anchors: readonly { thread: string }[]): boolean =>
  new Set(anchors.map(({ thread }) => thread)).size === anchors.length;

/** Everything that can be done with comments, as the door for the page's own scripts takes it. */
export const commentCommand = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('begin'), id: uuid, on: z.union([chosenWords, part]), text }),
  z.strictObject({ do: z.literal('answer'), id: uuid, thread: uuid, text }),
  z.strictObject({ do: z.literal('reword'), comment: uuid, text }),
  z.strictObject({ do: z.literal('take back'), comment: uuid }),
  z.strictObject({ do: z.literal('resolve'), thread: uuid }),
  z.strictObject({ do: z.literal('reopen'), thread: uuid }),
  z.strictObject({ do: z.literal('see'), comments: z.array(uuid).max(500) }),
  z.strictObject({
    do: z.literal('carry'),
    anchors: z.array(anchor).min(1).max(500).refine(isEachOnce, 'A comment is carried once, to one place.'),
  }),
  z.strictObject({ do: z.literal('close') }),
  z.strictObject({ do: z.literal('open') }),
]);
export type CommentCommand = z.output<typeof commentCommand>;
type Sent = Extract<CommentCommand, { do: 'begin' | 'answer' }>;

/** Does it, each with the right it asks for. A comment sent twice is kept once; with other words the second time, those stand. */
export async function runCommentCommand(
  app: App,
  person: SignedIn,
  review: string | undefined,
  command: CommentCommand,
): Promise<object | Refused> {
  try {
    const done = await run(app, person, review, command);
    if (!isRefused(done) || !isComment(command)) return done;
    // its words have been changed since, or its thread is full by now: the first time may have been in time
    return (await sentBefore(app, person, review, command)) ?? done;
  } catch (error) {
    if (!isUniqueViolation(error) || !isComment(command)) throw error;
    const kept = await sentBefore(app, person, review, command);
    return kept ?? refuse('Something went wrong. Copy your words, and begin again.');
  }
}

const isComment = (command: CommentCommand): command is Sent =>
  command.do === 'begin' || command.do === 'answer';

/** Its answer was lost on the way, and its author has pressed again. Null where it was not kept then, or is another one. */
async function sentBefore(
  app: App,
  person: SignedIn,
  review: string | undefined,
  command: Sent,
): Promise<object | Refused | null> {
  const { id, text } = command;
  const asked = await requireReview(app, person, review, 'comment');
  const kept = await findComment(app.db, asked.review.id, id);
  const thread = kept?.author_id === person.id && (await findThread(app.db, asked.review.id, kept.thread_id));
  if (!kept || !thread) return null;
  const isSame = kept.words === text;
  if (isIn(thread, command))
    return isSame ? { thread: thread.id } : rewordComment(app, person, review, { comment: id, text });
  // what it is on was chosen anew
  return isSame && command.do === 'begin' ? beginThread(app, person, review, command, thread.id) : null;
}

/** Sent for this thread, or begun on what it is about: words written on something else leave it alone. */
function isIn(thread: ThreadRow, command: Sent): boolean {
  if (command.do === 'answer') return command.thread === thread.id;
  const { on } = command;
  if (on.about === 'words') return thread.about === 'words' && isSameWords(on.words, thread.quote);
  return thread.about === on.about && [thread.target, thread.block].includes(on.target);
}

function run(
  app: App,
  person: SignedIn,
  review: string | undefined,
  command: CommentCommand,
): Promise<object | Refused> {
  switch (command.do) {
    case 'begin':
      return beginThread(app, person, review, command);
    case 'answer':
      return answerThread(app, person, review, command);
    case 'reword':
      return rewordComment(app, person, review, command);
    case 'take back':
      return takeCommentBack(app, person, review, command);
    case 'resolve':
    case 'reopen':
      return resolveThread(app, person, review, {
        thread: command.thread,
        resolved: command.do === 'resolve',
      });
    case 'see':
      return seeComments(app, person, review, command);
    case 'carry':
      return carryAnchors(app, person, review, command);
    case 'close':
    case 'open':
      return openComments(app, person, review, { open: command.do === 'open' });
  }
}
