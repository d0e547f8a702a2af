import { deleteThread } from '#db/comment-threads.ts';
import {
  type CommentRow,
  deleteComment,
  editComment,
  emptyComment,
  findComment,
  listOfThread,
} from '#db/comments.ts';
import { isUuid } from '#domain/ids.ts';
import { type Refused, refuse } from '#domain/refused.ts';
import type { App, Database, SignedIn } from '../app.ts';
import { notFound } from '../not-found.ts';
import { tellOfComment } from '../notices/tell.ts';
import { type AskedReview, requireReview } from '../reviews/require-review.ts';
import { keepComment, mentionedIn } from './keep-comment.ts';

/** K3: its author words a comment anew; that it was edited is shown. */
export async function rewordComment(
  app: App,
  person: SignedIn,
  review: string | undefined,
  { comment: id, text }: { comment: string; text: string },
): Promise<{ thread: string } | Refused> {
  const asked = await requireReview(app, person, review, 'comment');
  const comment = await requireOwn(app, person, asked, id);
  if (comment.removed_at) return refuse('You have taken this comment back.');
  const mentions = await mentionedIn(app, asked.access, text);
  const about = { thread: comment.thread_id, comment: id };
  await keepComment(app, person, asked.review.id, { action: 'comment edited', about }, async (tx, at) => {
    if (!(await editComment(tx, { id, words: text, at, mentions }))) throw notFound();
    await tellOfComment(tx, app, { id, review: asked.review.id, author: person.id, mentions, at });
  });
  return { thread: comment.thread_id };
}

/** K3: its author takes a comment back, closed comments or not. Its words are gone for good; a thread nobody else is in goes too. */
export async function takeCommentBack(
  app: App,
  person: SignedIn,
  review: string | undefined,
  { comment: id }: { comment: string },
): Promise<{ thread: string } | Refused> {
  const asked = await requireReview(app, person, review);
  const comment = await requireOwn(app, person, asked, id);
  const about = { thread: comment.thread_id, comment: id };
  await keepComment(app, person, asked.review.id, { action: 'comment taken back', about }, (tx, at) =>
    takeOut(tx, comment, at),
  );
  return { thread: comment.thread_id };
}

async function takeOut(tx: Database, comment: CommentRow, at: Date): Promise<void> {
  const others = (await listOfThread(tx, comment.thread_id)).filter(({ id }) => id !== comment.id);
  if (others.every(({ removed_at }) => removed_at !== null)) return deleteThread(tx, comment.thread_id);
  const [first] = await listOfThread(tx, comment.thread_id);
  if (first?.id === comment.id) return emptyComment(tx, comment.id, at);
  return deleteComment(tx, comment.id);
}

/** Somebody else's comment is not there to be changed. */
async function requireOwn(
  app: App,
  person: SignedIn,
  { review }: AskedReview,
  id: string,
): Promise<CommentRow> {
  const comment = isUuid(id) ? await findComment(app.db, review.id, id) : undefined;
  if (!comment || comment.author_id !== person.id) throw notFound();
  return comment;
}
