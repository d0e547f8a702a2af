import { findThread, setResolved } from '#db/comment-threads.ts';
import { findThreadAsker, insertComment, listOfThread } from '#db/comments.ts';
import { COMMENTS_MAX } from '#domain/comments/thread.ts';
import { isUuid } from '#domain/ids.ts';
import { type Refused, refuse } from '#domain/refused.ts';
import type { App, SignedIn } from '../app.ts';
import { notFound } from '../not-found.ts';
import { tellOfComment } from '../notices/tell.ts';
import { type AskedReview, requireReview } from '../reviews/require-review.ts';
import { keepComment, mentionedIn } from './keep-comment.ts';

/** Answers in a thread. An answer to a resolved thread opens it again: somebody still has something to say. */
export async function answerThread(
  app: App,
  person: SignedIn,
  review: string | undefined,
  { id, thread, text }: { id: string; thread: string; text: string },
): Promise<{ thread: string } | Refused> {
  const asked = await requireReview(app, person, review, 'comment');
  await requireThread(app, asked, thread);
  const mentions = await mentionedIn(app, asked.access, text);
  const about = { thread, comment: id };
  return keepComment(app, person, asked.review.id, { action: 'comment answered', about }, async (tx, at) => {
    // taken back with its last comment, in another tab
    const now = await findThread(tx, asked.review.id, thread);
    if (!now) throw notFound();
    if ((await listOfThread(tx, thread)).length >= COMMENTS_MAX)
      return refuse(`There are ${COMMENTS_MAX} comments in this thread already. Begin another one.`);
    if (now.resolved_at) await setResolved(tx, thread, null, at);
    await insertComment(tx, { id, thread, author: person.id, words: text, at, mentions });
    const asker = await findThreadAsker(tx, thread);
    await tellOfComment(tx, app, { id, review: asked.review.id, author: person.id, mentions, asker, at });
    return { thread };
  });
}

/** K3: resolves a thread or opens it again. Everyone who may comment may; who did is shown. */
export async function resolveThread(
  app: App,
  person: SignedIn,
  review: string | undefined,
  { thread, resolved }: { thread: string; resolved: boolean },
): Promise<{ thread: string } | Refused> {
  const asked = await requireReview(app, person, review, 'comment');
  await requireThread(app, asked, thread);
  const action = resolved ? 'comment resolved' : 'comment opened again';
  return keepComment(app, person, asked.review.id, { action, about: { thread } }, async (tx, at) => {
    const now = await findThread(tx, asked.review.id, thread);
    if (!now) throw notFound();
    if ((now.resolved_at !== null) === resolved)
      return refuse(resolved ? 'It is resolved already.' : 'It is open already.');
    await setResolved(tx, thread, resolved ? person.id : null, at);
    return { thread };
  });
}

/** A thread of this very review; any other is not there. */
export async function requireThread(app: App, { review }: AskedReview, thread: string) {
  const found = isUuid(thread) ? await findThread(app.db, review.id, thread) : undefined;
  if (!found) throw notFound();
  return found;
}
