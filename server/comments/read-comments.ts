import { createHash } from 'node:crypto';
import type * as Y from 'yjs';
import { WriteUpPlaces } from '#collab/document/write-up-places.ts';
import { listThreads, readCommentsRevs, type ThreadRow } from '#db/comment-threads.ts';
import { type CommentRow, listComments, listMentions, listReads } from '#db/comments.ts';
import type { CommentsNow, KeptAnchor, ShownComment, ShownThread } from '#domain/comments/thread.ts';
import type { App, SignedIn } from '../app.ts';
import { type AskedReview, requireReview } from '../reviews/require-review.ts';
import { type PlacedThread, placeThread } from './place-thread.ts';

/** A review's comments as one reader sees them, placed in the write-up as it stands now. */
export async function readComments(app: App, person: SignedIn, id: string | undefined): Promise<CommentsNow> {
  return commentsOf(app, person, await requireReview(app, person, id));
}

/** The same where the caller has asked for the review already. */
export async function commentsOf(app: App, person: SignedIn, asked: AskedReview): Promise<CommentsNow> {
  const { review, may, document } = asked;
  // the counter first: what is written in between is asked for again, never missed
  const rev = (await readCommentsRevs(app.db, [review.id])).get(review.id) ?? 0;
  const rows = await listThreads(app.db, review.id);
  const placed = rows.length > 0 ? await place(app, document, rows) : [];
  const [comments, mentions, reads] = [
    Map.groupBy(await listComments(app.db, review.id), (comment) => comment.thread_id),
    Map.groupBy(await listMentions(app.db, review.id), (mention) => mention.comment_id),
    await listReads(app.db, review.id, person.id),
  ];
  const shown = (comment: CommentRow): ShownComment => ({
    id: comment.id,
    author: {
      id: comment.author_id,
      name: comment.name,
      faceLetters: comment.faceLetters,
      faceHue: comment.faceHue,
    },
    words: comment.words,
    writtenAt: comment.written_at.toISOString(),
    editedAt: comment.edited_at?.toISOString() ?? null,
    removed: comment.removed_at !== null,
    mentions: (mentions.get(comment.id) ?? []).map(({ name }) => name),
    isNew:
      comment.author_id !== person.id &&
      comment.removed_at === null &&
      comment.written_at > (reads.get(comment.thread_id) ?? new Date(0)),
  });
  return {
    rev,
    open: review.comments_open,
    may: { comment: may.comment, manage: may.manage },
    threads: placed.map(({ row, ...where }) => ({
      ...facts(row, where),
      comments: (comments.get(row.id) ?? []).map(shown),
    })),
  };
}

type Placed = PlacedThread & { row: ThreadRow };

/** In the order of the write-up; those that have lost their place come last, oldest first. */
async function place(app: App, document: string, rows: readonly ThreadRow[]): Promise<Placed[]> {
  const places = await app.collab.lookOnce(document, `threads ${hashOf(rows.map(anchorFacts))}`, (doc) =>
    placeAll(doc, rows),
  );
  return rows
    .map((row, at) => ({ row, ...(places?.[at] ?? NOWHERE) }))
    .sort((one, other) => one.order[0] - other.order[0] || one.order[1] - other.order[1]);
}

const NOWHERE: PlacedThread = { at: null, target: null, order: [0, 0] };

function placeAll(doc: Y.Doc, rows: readonly ThreadRow[]): PlacedThread[] {
  const places = new WriteUpPlaces(doc);
  return rows.map((row) => placeThread(places, row));
}

/** Words and quotations of hundreds of threads would be a long name to keep. */
const hashOf = (facts: unknown): string =>
  createHash('sha256').update(JSON.stringify(facts)).digest('base64');

/** All of a thread that decides where it stands. */
const anchorFacts = ({ about, target, place, block, start_at, end_at, words, quote }: ThreadRow) => [
  about,
  target,
  place,
  block,
  start_at,
  end_at,
  words,
  quote,
];

const facts = (row: ThreadRow, { at, target }: PlacedThread): Omit<ShownThread, 'comments'> => ({
  id: row.id,
  about: row.about,
  target,
  quote: row.quote,
  at,
  anchor: anchorOf(row),
  resolved: row.resolved_at && {
    by: row.resolvedByName ?? 'Somebody',
    at: row.resolved_at.toISOString(),
  },
});

const anchorOf = ({ place, block, start_at, end_at, words }: ThreadRow): KeptAnchor | null =>
  place === null ? null : { place, block: block ?? '', start: start_at, end: end_at, words };
