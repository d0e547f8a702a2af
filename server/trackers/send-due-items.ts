import { finishSent, nameSent } from '#db/item-sends.ts';
import { findItem, findReviewOfItem } from '#db/items.ts';
import { findReview } from '#db/reviews.ts';
import {
  claimItem,
  finishUnsent,
  listDueItems,
  noteCalling,
  putItemOff,
  type Waiting,
} from '#db/tracker-outbox.ts';
import { findTracker } from '#db/trackers.ts';
import { MINUTE } from '#domain/soak/wall-clock.ts';
import type { Looked, Meaning, Page, Remote } from '#domain/trackers/answers.ts';
import { nextLook, nextLookForLost } from '#domain/trackers/schedule.ts';
import { TONGUES } from '#domain/trackers/tongues.ts';
import { canBeLookedThrough } from '#domain/trackers/what-is-sent.ts';
import { call, findPlace, note, noteWell, type Opened, openTracker, type Speaking } from './speak.ts';
import { seenOf, type Wording, wordsOf } from './words-of-items.ts';

export type Sending = Speaking & Wording;

const AT_A_LOOK = 50;
/** Longer than the calls for one item can take. */
const TAKEN_FOR = 5 * MINUTE;
/** A tracker's clock may be behind ours. */
const CLOCKS_APART = 5 * MINUTE;
/** Pages of a hundred, looked through for what may be there already. */
const MOST_PAGES = 10;
const UNKNOWN = 'Its answer was lost, and it did not show among what is there.';
const TOO_MUCH =
  'Too much has come there since for Soak to look through all of it, so it was not sent again. If it is not there, make it there by hand and link it.';
const CHANGED = 'It has changed since you saw it. Look at it once more, then send.';
const BINNED = 'Its review was put in the bin before it went out.';
const GIVEN_UP = 'Soak has tried for three days and stopped. It was not sent.';

/** T3, T4: sends what is due at one tracker. @returns how many were tried; 0: nothing is due, or it is away */
export async function sendDueItems(
  app: Sending,
  tracker: string,
  goOn: () => boolean = () => true,
): Promise<number> {
  const due = await listDueItems(app.db, tracker, app.clock.now(), AT_A_LOOK);
  let tried = 0;
  for (const item of due) {
    if (!goOn()) break;
    tried++;
    // something is wrong with it: the rest waits
    if ((await sendOne(app, item)) === 'away') return 0;
  }
  return tried;
}

async function sendOne(app: Sending, item: Waiting): Promise<'done' | 'away'> {
  const now = app.clock.now();
  const isOurs = await claimItem(app.db, item.item, { now, until: new Date(now.getTime() + TAKEN_FOR) });
  if (!isOurs) return 'done';
  const mayBeThere = item.lostSince !== null || item.again;
  const changed = mayBeThere ? null : await changedSince(app, item);
  if (changed !== null) return unsent(app, item, { state: 'refused', said: changed });
  const stored = await findTracker(app.db, item.tracker);
  if (!stored) return 'done';
  const opened = await openTracker(app, stored);
  if (!opened) {
    await put(app, item, {
      said: 'It waits for the tracker’s settings to be mended.',
      next: now,
      lostSince: item.lostSince,
    });
    return 'away';
  }
  const placed = await findPlace(app, opened);
  if (!('got' in placed)) return stopped(app, opened, item, placed);
  const tracker = placed.got;
  if (!mayBeThere) return create(app, tracker, item);
  const looked = await look(app, tracker, item);
  if (!('got' in looked)) return stopped(app, tracker, item, looked);
  const { found, next } = looked.got;
  if (found) return sent(app, tracker, item, found);
  const changedMeanwhile = await changedSince(app, item);
  if (item.lostSince !== null)
    return TONGUES[tracker.kind].takesOurId && changedMeanwhile === null
      ? create(app, tracker, item)
      : stillLost(app, tracker, item, item.lostSince);
  if (next !== null) return unsent(app, item, { state: 'unknown', said: TOO_MUCH });
  if (changedMeanwhile === null) return create(app, tracker, item);
  const state = canBeLookedThrough(tracker.kind) ? 'refused' : 'unknown';
  return unsent(app, item, { state, said: changedMeanwhile });
}

/** T2: why these words may not leave any more: what is sent is what somebody saw, and a review's privacy holds until then. */
async function changedSince(app: Sending, { item, title, body }: Waiting): Promise<string | null> {
  const id = await findReviewOfItem(app.db, item);
  const review = id === null ? undefined : await findReview(app.db, id);
  const stored = review ? await findItem(app.db, review.id, item) : null;
  if (!review || !stored) return CHANGED;
  if (review.deleted_at !== null) return BINNED;
  const words = await wordsOf(app, review);
  return seenOf(words(stored)) === seenOf({ title, body }) ? null : CHANGED;
}

async function create(app: Speaking, tracker: Opened, item: Waiting): Promise<'done' | 'away'> {
  const tongue = TONGUES[tracker.kind];
  const ask = tongue.create(tracker.at, { id: item.item, title: item.title, body: item.body });
  const begun = app.clock.now();
  if (!(await noteCalling(app.db, item, item.lostSince ?? begun))) return 'done';
  const signed = { ...ask, headers: { ...ask.headers, ...tracker.sign(item.item, ask.body ?? '', begun) } };
  const answer = tongue.readCreated(await call(app, signed), tracker.at, app.clock.now());
  if ('got' in answer) return sent(app, tracker, item, answer.got);
  if ('lost' in answer) {
    await note(app, tracker, answer.lost, null);
    return stillLost(app, tracker, { ...item, lostSince: item.lostSince ?? begun }, item.lostSince ?? begun);
  }
  // ours by its id, made by the call whose answer was lost, and not yet shown to those who look
  if ('refused' in answer && item.lostSince !== null && tongue.takesOurId)
    return stillLost(app, tracker, item, item.lostSince);
  if ('trouble' in answer) return stopped(app, tracker, item, answer);
  return unsent(app, item, { state: 'refused', said: answer.refused });
}

/** T4: lists what came lately and looks through it for the marker; `next` tells that there is more than was seen. */
async function look(app: Speaking, tracker: Opened, item: Waiting): Promise<Meaning<Looked>> {
  const tongue = TONGUES[tracker.kind];
  const now = app.clock.now();
  const since = new Date(Math.min(item.askedAt.getTime(), (item.lostSince ?? now).getTime()) - CLOCKS_APART);
  let from: string | null = '';
  for (let page = 0; page < MOST_PAGES && from !== null; page++) {
    const asked: Page = { since, now, from };
    const ask = tongue.recent(tracker.at, item.item, asked);
    if (ask === null) return { got: { found: null, next: null } };
    const read = tongue.readRecent(await call(app, ask), tracker.at, item.item, {
      ...asked,
      now: app.clock.now(),
    });
    if (!('got' in read) || read.got.found) return read;
    from = read.got.next;
  }
  return { got: { found: null, next: from } };
}

async function sent(app: Speaking, tracker: Opened, item: Waiting, remote: Remote): Promise<'done'> {
  const at = app.clock.now();
  const isClosed = remote.work !== null && remote.work !== 'open';
  // found closed already: the first look tells it, as it tells every change
  const known = isClosed ? { ...remote, work: null, workWords: '', workAt: null } : remote;
  const next =
    tracker.kind === 'webhook' ? null : isClosed ? at : nextLook(remote, at, app.trackers.durations);
  await app.db.transaction().execute(async (tx) => {
    if (!(await finishSent(tx, item, known, { at, nextLook: next }))) await nameSent(tx, item, known);
  });
  await noteWell(app, tracker);
  return 'done';
}

async function stillLost(
  app: Speaking,
  tracker: Opened,
  item: Waiting,
  lostSince: Date,
): Promise<'done' | 'away'> {
  const now = app.clock.now();
  const next = canBeLookedThrough(tracker.kind)
    ? nextLookForLost(lostSince, now, app.trackers.durations)
    : null;
  if (next === null) return unsent(app, item, { state: 'unknown', said: UNKNOWN });
  const said = `No answer came. Soak looks in ${tracker.name} whether it arrived.`;
  await put(app, item, { said, next, lostSince });
  return 'away';
}

/** A question that makes nothing was not answered, or something is wrong with the tracker: everything for it waits. */
async function stopped(
  app: Speaking,
  tracker: Opened,
  item: Waiting,
  why: Exclude<Meaning<never>, { got: never }>,
): Promise<'away'> {
  const now = app.clock.now();
  const { durations } = app.trackers;
  const said = 'trouble' in why ? why.trouble : 'lost' in why ? why.lost : why.refused;
  await note(app, tracker, said, 'trouble' in why ? why.until : null);
  const isLost = item.lostSince !== null;
  if (
    isLost &&
    now.getTime() - (item.lostSince ?? now).getTime() >= durations.lookForLost &&
    !TONGUES[tracker.kind].takesOurId
  )
    await finish(app, item, { state: 'unknown', said: UNKNOWN });
  else if (now.getTime() - item.queuedAt.getTime() >= durations.keepTrying)
    await finish(app, item, {
      // sent again and not looked for yet: it may be there from before
      state: isLost || (item.again && item.askedAt < item.queuedAt) ? 'unknown' : 'refused',
      said: isLost ? UNKNOWN : GIVEN_UP,
    });
  // until the tracker is spoken to again; an administrator who mends it need not wait
  else await put(app, item, { said, next: now, lostSince: item.lostSince });
  return 'away';
}

const put = (app: Speaking, item: Waiting, off: Parameters<typeof putItemOff>[2]) =>
  app.db.transaction().execute((tx) => putItemOff(tx, item.item, off));
const unsent = async (app: Speaking, item: Waiting, end: Parameters<typeof finishUnsent>[2]) => {
  await finish(app, item, end);
  return 'done' as const;
};
const finish = (app: Speaking, item: Waiting, end: Parameters<typeof finishUnsent>[2]) =>
  app.db.transaction().execute((tx) => finishUnsent(tx, item.item, end));
