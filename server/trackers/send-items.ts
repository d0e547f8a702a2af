import { z } from 'zod';
import { recordAudit } from '#db/audit.ts';
import { type EarlierSend, listEarlierSends } from '#db/item-sends.ts';
import { listItems } from '#db/items.ts';
import { lockReview } from '#db/reviews.ts';
import { queueItem } from '#db/tracker-outbox.ts';
import { holdTracker, listTrackerNames } from '#db/trackers.ts';
import { isRefused, type Refused, refuse } from '#domain/refused.ts';
import { canBeLookedThrough, privacyWords, type Sent } from '#domain/trackers/what-is-sent.ts';
import type { App, SignedIn } from '../app.ts';
import { notFound } from '../not-found.ts';
import { signInNow } from '../people/sign-in-times.ts';
import { requireSender } from './require-sender.ts';
import { trackerId } from './settings.ts';
import { seenOf, wordsOf } from './words-of-items.ts';

/** T2: everything the page before sending shows. */
export interface SendingPage {
  reviewTitle: string;
  trackers: { id: string; name: string }[];
  /** The one chosen, or the only one. */
  chosen: { id: string; name: string } | null;
  /** Who will read it there. */
  privacy: string;
  items: {
    id: string;
    sent: Sent;
    /** Names these very words: what has changed since is not sent. */
    seen: string;
    ownerName: string;
    isFinished: boolean;
    before: EarlierSend | null;
    /** Soak looks there for what may have arrived the last time, before it sends. */
    isLookedFor: boolean;
  }[];
  /** How many are there already, or on their way. */
  there: number;
}

export async function readSending(
  app: App,
  person: SignedIn,
  reviewId: string | undefined,
  { tracker, item }: { tracker: string | null; item: string | null },
): Promise<SendingPage> {
  const asked = await requireSender(app, person, reviewId);
  const trackers = await listTrackerNames(app.db);
  const chosen =
    trackers.find((each) => each.id === tracker) ?? (trackers.length === 1 ? trackers[0] : null) ?? null;
  const items = await listItems(app.db, asked.review.id);
  const sends = await listEarlierSends(app.db, asked.review.id);
  const words = await wordsOf(app, asked.review);
  const open = items.flatMap((each) => {
    const before = sends.find((send) => send.item === each.id) ?? null;
    if (before?.state === 'sent' || before?.state === 'sending') return [];
    if (item !== null && each.id !== item) return [];
    const sent = words(each);
    return [
      {
        id: each.id,
        sent,
        seen: seenOf(sent),
        ownerName: each.ownerName,
        isFinished: each.finishedAt !== null,
        before,
        isLookedFor:
          chosen !== null &&
          (before?.tracker === chosen.id || before?.state === 'unlinked') &&
          canBeLookedThrough(chosen.kind),
      },
    ];
  });
  return {
    reviewTitle: asked.review.title,
    trackers: trackers.map(({ id, name }) => ({ id, name })),
    chosen: chosen && { id: chosen.id, name: chosen.name },
    privacy: privacyWords(asked.review.privacy, chosen?.name ?? 'the tracker'),
    items: open,
    there: sends.filter(({ state }) => state === 'sent' || state === 'sending').length,
  };
}

export const sendForm = z.strictObject({
  tracker: trackerId(),
  /** `<item>.<what was seen>`, one for each that is ticked. */
  items: z
    .array(z.string().regex(/^[0-9a-f-]{36}\.[a-z2-7]{20}$/, 'This is not something we know.'))
    .max(500)
    .default([]),
});

/** T2, T3: puts what was seen and ticked on its way, all or none of it. @returns how many; what is there already is left alone */
export async function sendItems(
  app: App,
  person: SignedIn,
  reviewId: string | undefined,
  { tracker, items }: z.output<typeof sendForm>,
): Promise<number | Refused> {
  const asked = await requireSender(app, person, reviewId);
  if (items.length === 0) return refuse('Tick what should be sent.');
  const stored = new Map((await listItems(app.db, asked.review.id)).map((item) => [item.id, item]));
  const words = await wordsOf(app, asked.review);
  const chosen: { id: string; sent: Sent }[] = [];
  for (const given of items) {
    const [itemId = '', seen] = given.split('.');
    const item = stored.get(itemId);
    if (!item) throw notFound();
    const sent = words(item);
    if (seenOf(sent) !== seen)
      return refuse(`“${item.title}” has changed since you saw it. Look at it once more, then send.`);
    chosen.push({ id: itemId, sent });
  }
  const at = app.clock.now();
  const count = await app.db.transaction().execute(async (tx) => {
    // erased meanwhile: what was seen may hold words that are nowhere else any more
    if ((await lockReview(tx, asked.review.id))?.epoch !== asked.review.epoch) return refuse(ERASED);
    if (!(await holdTracker(tx, tracker))) return refuse(NOT_CONNECTED);
    let queued = 0;
    for (const { id: item, sent } of chosen)
      if (await queueItem(tx, { item, tracker, ...sent, by: person.id, at })) queued++;
    await recordAudit(tx, signInNow(app), person.id, 'sent items to a tracker', {
      review: asked.review.id,
      tracker,
    });
    return queued;
  });
  if (!isRefused(count)) app.trackers?.wake();
  return count;
}

const ERASED = 'Words of this review were erased a moment ago. Look at it once more, then send.';
const NOT_CONNECTED = 'This tracker is not connected any more. Choose another.';
