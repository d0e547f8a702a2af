import type { CommentCarrier } from '#collab/client/comment-carrier.ts';
import type { OpenDocument } from '#collab/client/open-document.ts';
import type { Store } from '#collab/client/store.ts';
import type { CommentsNow } from '#domain/comments/thread.ts';
import type { CommentsFeed } from './comments-feed.ts';

const GATHER_MS = 600;
const AGAIN_MS = 1000;
const LOOK_MS = 400;
/** Another node reads the log within ten seconds; after this the server finds the words by itself. */
const MOST_TRIES = 30;

/**
 * Brings comments and the open document together: threads to the carrier, what the carrier moved to the server.
 * @param isShown false where the page has no comments to read, and marks no words
 */
export function carryComments(
  feed: CommentsFeed,
  open: OpenDocument,
  carrier: CommentCarrier,
  carried: Store<number>,
  isShown = true,
): () => void {
  const take = () => {
    carrier.set(threadsOnWords(feed.now.get(), isShown));
    feed.moves();
  };
  take();
  const stops = [
    feed.now.subscribe(take),
    sendCarried(feed, open, carrier, carried),
    lookForLost(open, carrier),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** Only once the edit they belong to is saved: an anchor names characters the server must know. */
function sendCarried(
  feed: CommentsFeed,
  open: OpenDocument,
  carrier: CommentCarrier,
  carried: Store<number>,
): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let tries = 0;
  const isSaved = () => isAcknowledged(open);
  const send = async () => {
    timer = null;
    if (!isSaved()) return soon(GATHER_MS);
    const anchors = carrier.takeUnsent();
    if (anchors.length === 0) return;
    const done = await feed.send({ do: 'carry', anchors });
    // refused as a whole, or no connection: the same anchors again
    const later = typeof done.refused === 'string' ? anchors.map(({ thread }) => thread) : laterOf(done);
    if (later.length === 0 || tries >= MOST_TRIES) {
      tries = 0;
      return;
    }
    tries += 1;
    carrier.sendAgain(later);
    soon(AGAIN_MS);
  };
  const soon = (ms: number) => {
    timer ??= setTimeout(() => void send(), ms);
  };
  const stop = carried.subscribe(() => soon(GATHER_MS));
  return () => {
    stop();
    if (timer) clearTimeout(timer);
    if (isSaved()) void sendLast(feed, carrier);
  };
}

const laterOf = (done: object): string[] =>
  'later' in done && Array.isArray(done.later)
    ? done.later.filter((id): id is string => typeof id === 'string')
    : [];

const isAcknowledged = ({ link }: OpenDocument): boolean => {
  const { phase, synced, unacknowledged } = link.get();
  return phase === 'connected' && synced && unacknowledged === 0;
};

/** Leaving the page within the gathering does not leave the anchors behind. */
async function sendLast(feed: CommentsFeed, carrier: CommentCarrier): Promise<void> {
  const anchors = carrier.takeUnsent();
  if (anchors.length > 0) await feed.send({ do: 'carry', anchors });
}

/** Words lost here may have come back somewhere else, by another's hand. */
function lookForLost({ doc }: OpenDocument, carrier: CommentCarrier): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const look = () => {
    if (!carrier.hasLost()) return;
    timer ??= setTimeout(() => {
      timer = null;
      carrier.locateAll();
    }, LOOK_MS);
  };
  doc.on('update', look);
  return () => {
    doc.off('update', look);
    if (timer) clearTimeout(timer);
  };
}

const threadsOnWords = ({ threads }: CommentsNow, isShown: boolean) =>
  threads.flatMap(({ id, quote, anchor, resolved }) =>
    anchor ? [{ id, quote, anchor, isMarked: isShown && resolved === null }] : [],
  );
