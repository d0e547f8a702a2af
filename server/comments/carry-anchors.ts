import { findAnchored } from '#collab/document/find-anchored.ts';
import {
  anchorWords,
  blockAt,
  type FlatRange,
  resolveAnchor,
  type WordAnchor,
  wordsIn,
} from '#collab/document/word-anchor.ts';
import { WriteUpPlaces } from '#collab/document/write-up-places.ts';
import {
  listThreads,
  moveAnchor,
  raiseCommentsRev,
  type ThreadAnchor,
  type ThreadRow,
} from '#db/comment-threads.ts';
import { lockReview } from '#db/reviews.ts';
import { isSameWords, isStillThoseWords } from '#domain/comments/same-words.ts';
import type { ReviewId } from '#domain/ids.ts';
import type { App, SignedIn } from '../app.ts';
import { requireReview } from '../reviews/require-review.ts';

/** Where the editor that made a change says a thread's words are now. */
export interface CarriedAnchor extends WordAnchor {
  thread: string;
}

/** `later`: the edit they were made with has not arrived here yet; send them again. */
export interface Carried {
  accepted: string[];
  refused: string[];
  later: string[];
}

type Verdict = ThreadAnchor | 'refused' | 'later';

/**
 * K5: a split, join, move, cut and paste or its undo carries comments along. Asks the right to write, never to comment. An anchor
 * is accepted only if it resolves to those words; otherwise they are looked for, in the block, then in the review.
 */
export async function carryAnchors(
  app: App,
  person: SignedIn,
  id: string | undefined,
  { anchors }: { anchors: readonly CarriedAnchor[] },
): Promise<Carried> {
  const { review, document } = await requireReview(app, person, id, 'write');
  const rows = new Map((await listThreads(app.db, review.id)).map((row) => [row.id, row]));
  const verdicts = await app.collab.look(document, (doc) => {
    const places = new WriteUpPlaces(doc);
    return anchors.map((anchor) => {
      const row = rows.get(anchor.thread);
      return { thread: anchor.thread, verdict: row ? judge(places, row, anchor) : ('refused' as const) };
    });
  });
  const judged = verdicts ?? anchors.map(({ thread }) => ({ thread, verdict: 'later' as const }));
  const moved = judged.flatMap(({ thread, verdict }) =>
    typeof verdict === 'string' ? [] : [{ thread, anchor: verdict }],
  );
  await keepAnchors(app, review, moved);
  const of = (said: Verdict) => judged.filter(({ verdict }) => verdict === said).map(({ thread }) => thread);
  return { accepted: moved.map(({ thread }) => thread), refused: of('refused'), later: of('later') };
}

/**
 * Writes new anchors, so that every open page asks for them. Nothing is written where nothing moved, nor into a write-up that has been
 * rebuilt since (D14).
 */
export async function keepAnchors(
  app: App,
  review: { id: ReviewId; epoch: number },
  moved: readonly { thread: string; anchor: ThreadAnchor }[],
): Promise<void> {
  if (moved.length === 0) return;
  await app.db.transaction().execute(async (tx) => {
    if ((await lockReview(tx, review.id))?.epoch !== review.epoch) return;
    await raiseCommentsRev(tx, review.id);
    for (const { thread, anchor } of moved) await moveAnchor(tx, thread, anchor);
  });
  app.news?.changed(review.id);
}

function judge(places: WriteUpPlaces, row: ThreadRow, sent: CarriedAnchor): Verdict {
  if (row.about !== 'words' || places.partOf(sent.place) === undefined) return 'refused';
  const text = places.text(sent.place);
  const range = resolveAnchor(places.doc, text, sent);
  if (range === 'unknown') return 'later';
  if (range && holdsThoseWords(places, row, wordsIn(text, range), sent.place, range))
    return kept(text, range) ?? 'refused';
  return foundAgain(places, row) ?? 'refused';
}

/** The words as they last read or as they were quoted, edited no further than K5 says; or exactly what the old anchor holds now. */
function holdsThoseWords(
  places: WriteUpPlaces,
  row: ThreadRow,
  now: string,
  place: string,
  range: FlatRange,
): boolean {
  if (isStillThoseWords(now, row.words) || isStillThoseWords(now, row.quote)) return true;
  if (row.place !== place) return false;
  const held = resolveAnchor(places.doc, places.text(place), anchorOf(row));
  return held !== null && held !== 'unknown' && held.from === range.from && held.to === range.to;
}

/** An anchor that has lost its words is given the place where they were found; one that holds them is left alone. */
export function foundAgain(places: WriteUpPlaces, row: ThreadRow): ThreadAnchor | null {
  if (row.about !== 'words' || row.place === null) return null;
  // a section that was taken out keeps its words, and its comments wait with them
  if (places.partOf(row.place) === undefined && isWhole(places, row)) return null;
  const found = findAnchored(places, {
    anchors: [anchorOf(row)],
    block: row.block ?? '',
    words: row.words,
    quote: row.quote,
  });
  return found && !found.held ? kept(found.text, found.range) : null;
}

function isWhole(places: WriteUpPlaces, row: ThreadRow): boolean {
  const text = places.text(row.place ?? '');
  const range = resolveAnchor(places.doc, text, anchorOf(row));
  return range !== null && range !== 'unknown' && isSameWords(wordsIn(text, range), row.words);
}

const anchorOf = ({ place, start_at, end_at }: ThreadRow): WordAnchor => ({
  place: place ?? '',
  start: start_at,
  end: end_at,
});

function kept(text: ReturnType<WriteUpPlaces['text']>, range: FlatRange): ThreadAnchor | null {
  // made anew here, so that what is stored holds on to characters and nothing else
  const anchor = anchorWords(text, range);
  return anchor && { ...anchor, block: blockAt(text, range.from), words: wordsIn(text, range) };
}
