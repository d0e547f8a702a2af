import type { Generated } from 'kysely';
import type { CommentAbout } from '#domain/comments/thread.ts';
import type { PersonId, ReviewId } from '#domain/ids.ts';

/** The tables of 0037, as both engines return their rows. */
export interface CommentsSchema {
  comment_threads: CommentThreadsTable;
  comments: CommentsTable;
  comment_mentions: CommentMentionsTable;
  comment_reads: CommentReadsTable;
}

interface CommentThreadsTable {
  id: string;
  review_id: ReviewId;
  about: CommentAbout;
  target: string | null;
  place: string | null;
  block: string | null;
  start_at: unknown;
  end_at: unknown;
  quote: string;
  words: Generated<string>;
  resolved_by: PersonId | null;
  resolved_at: Date | null;
  opened_at: Date;
}
interface CommentsTable {
  id: string;
  seq: Generated<number>;
  thread_id: string;
  author_id: PersonId;
  words: string;
  written_at: Date;
  edited_at: Date | null;
  removed_at: Date | null;
}
interface CommentMentionsTable {
  comment_id: string;
  person_id: PersonId;
}
interface CommentReadsTable {
  person_id: PersonId;
  thread_id: string;
  seen_until: Date;
}
