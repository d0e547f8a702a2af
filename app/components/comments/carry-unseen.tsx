import { useEffect } from 'react';
import type { CommentsNow } from '#domain/comments/thread.ts';
import type { WritingSession } from '../writing/writing-session.ts';
import { carryComments } from './carry-comments.ts';
import { CommentsFeed } from './comments-feed.ts';

/** Older than any answer, so that the first one comes at once. */
const NOT_YET: CommentsNow = { rev: -1, open: false, may: { comment: false, manage: false }, threads: [] };

/** Carries comments through what is changed on a page that shows none (K5). */
export function CarryUnseen({ session }: { session: WritingSession }) {
  const { open, carrier, carried, whose } = session;
  useEffect(() => {
    const feed = new CommentsFeed(whose.review, NOT_YET);
    const stops = [feed.follow(), carryComments(feed, open, carrier, carried, false)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [open, carrier, carried, whose.review]);
  return null;
}
