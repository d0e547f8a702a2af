import type * as Y from 'yjs';
import { findWords, nearest } from '#collab/document/find-words.ts';
import { flatOffset, type PlaceText } from '#collab/document/place-text.ts';
import { anchorWords, blockAt, wordsIn } from '#collab/document/word-anchor.ts';
import { WriteUpPlaces } from '#collab/document/write-up-places.ts';
import { countThreads, deleteThread, insertThread, type NewThread } from '#db/comment-threads.ts';
import { insertComment, listOfThread } from '#db/comments.ts';
import { findReview } from '#db/reviews.ts';
import { isSameWords } from '#domain/comments/same-words.ts';
import { QUOTE_MAX, THREADS_MAX } from '#domain/comments/thread.ts';
import { isRefused, type Refused, refuse } from '#domain/refused.ts';
import type { App, SignedIn } from '../app.ts';
import { tellOfComment } from '../notices/tell.ts';
import { requireReview } from '../reviews/require-review.ts';
import { findPicture, partName } from './find-target.ts';
import { keepComment, mentionedIn } from './keep-comment.ts';

/** A character of a block's words, as the page that shows them counts; `key` as in `WordsSegment`. */
export interface WordsPoint {
  key: string;
  offset: number;
}

/** What a comment is about, as the person chose it. */
export type CommentOn =
  | { about: 'words'; from: WordsPoint; to: WordsPoint; words: string }
  | { about: 'section' | 'finding' | 'moment' | 'picture'; target: string };

type Begun = Pick<NewThread, 'about' | 'target' | 'quote' | 'anchor'>;

/**
 * Begins a thread on words or on a part of the write-up. `id` is the comment's, chosen by the page: sent twice it is kept once.
 * @param instead the thread this very comment has begun before; it stays where somebody has answered it
 */
export async function beginThread(
  app: App,
  person: SignedIn,
  review: string | undefined,
  { id, on, text }: { id: string; on: CommentOn; text: string },
  instead?: string,
): Promise<{ thread: string } | Refused> {
  const asked = await requireReview(app, person, review, 'comment');
  const see = (doc: Y.Doc) => about(new WriteUpPlaces(doc), on);
  const here = await app.collab.look(asked.document, see);
  // another node may have stored those words a moment ago
  const begun = isRefused(here)
    ? await app.collab.lookOnce(asked.document, `comment on ${JSON.stringify(on)}`, see)
    : here;
  if (!begun) return refuse('This write-up cannot be read just now. Try again in a moment.');
  if (isRefused(begun)) return begun;
  const mentions = await mentionedIn(app, asked.access, text);
  const thread = app.random.uuid();
  return keepComment(
    app,
    person,
    asked.review.id,
    { action: 'comment begun', about: { thread } },
    async (tx, at) => {
      if (instead !== undefined) {
        if ((await listOfThread(tx, instead)).length !== 1) return { thread: instead };
        await deleteThread(tx, instead);
      }
      if ((await countThreads(tx, asked.review.id)) >= THREADS_MAX)
        return refuse(`There are ${THREADS_MAX} threads on this write-up already.`);
      // quoted from a write-up that has been rebuilt meanwhile (D14)
      if ((await findReview(tx, asked.review.id))?.epoch !== asked.review.epoch)
        return refuse('Those words have been changed meanwhile. Choose them again.');
      await insertThread(tx, { id: thread, review: asked.review.id, at, ...begun });
      await insertComment(tx, { id, thread, author: person.id, words: text, at, mentions });
      await tellOfComment(tx, app, { id, review: asked.review.id, author: person.id, mentions, at });
      return { thread };
    },
  );
}

function about(places: WriteUpPlaces, on: CommentOn): Begun | Refused {
  if (on.about === 'words') return aboutWords(places, on);
  if (on.about === 'picture') {
    const picture = findPicture(places, on.target, null);
    if (!picture) return refuse('That picture has been taken out meanwhile.');
    const { block, upload, alt } = picture;
    return { about: 'picture', target: upload, quote: alt || 'A picture', anchor: { block } };
  }
  const part = `${on.about}-${on.target}`;
  if (!places.present.some((one) => one.part === part))
    return refuse(`That ${on.about} has been taken out meanwhile.`);
  return { about: on.about, target: on.target, quote: partName(places, part), anchor: null };
}

function aboutWords(places: WriteUpPlaces, on: Extract<CommentOn, { about: 'words' }>): Begun | Refused {
  const found = wordsChosen(places, on);
  const anchor = found && anchorWords(found.text, found.range);
  if (!found || !anchor) return refuse('Those words have been changed meanwhile. Choose them again.');
  const words = wordsIn(found.text, found.range);
  if (words.length > QUOTE_MAX) return refuse('Choose fewer words for a comment.');
  const block = blockAt(found.text, found.range.from);
  return { about: 'words', target: null, quote: words, anchor: { ...anchor, block, words } };
}

/** The words where they were chosen; where typing has moved them since, the same words nearest to that. */
function wordsChosen(places: WriteUpPlaces, { from, to, words }: Extract<CommentOn, { about: 'words' }>) {
  const begins = whereIs(places, from);
  if (!begins) return null;
  const { text, offset } = begins;
  const end = flatOffset(text, to.key, to.offset);
  const chosen = { from: offset, to: end ?? offset };
  if (isSameWords(wordsIn(text, chosen), words)) return { text, range: chosen };
  const range = nearest(findWords(text, words), offset);
  return range && { text, range };
}

function whereIs(
  places: WriteUpPlaces,
  { key, offset }: WordsPoint,
): { text: PlaceText; offset: number } | null {
  for (const { place } of places.present) {
    const text = places.text(place);
    const piece = text.pieces.find((one) => one.key === key);
    if (piece) return { text, offset: flatOffset(text, key, offset) ?? piece.from };
  }
  return null;
}
