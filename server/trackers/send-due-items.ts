import { finishSent } from '#db/item-sends.ts';
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
import type { Meaning, Remote } from '#domain/trackers/answers.ts';
import { nextLook, nextLookForLost } from '#domain/trackers/schedule.ts';
import { TONGUES } from '#domain/trackers/tongues.ts';
import { canBeLookedThrough } from '#domain/trackers/what-is-sent.ts';
import { call, findPlace, note, noteWell, type Opened, openTracker, type Speaking } from './speak.ts';

const AT_A_LOOK = 50;
/** Longer than the calls for one item can take. */
const TAKEN_FOR = 2 * MINUTE;
/** A tracker's clock may be behind ours. */
const CLOCKS_APART = 5 * MINUTE;
const UNKNOWN = 'Its answer was lost, and it did not show among what is there.';
const GIVEN_UP = 'Soak has tried for three days and stopped. It was not sent.';

/** T3, T4: sends what is due at one tracker. @returns how many were tried; 0: nothing is due, or it is away */
export async function sendDueItems(
  app: Speaking,
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

async function sendOne(app: Speaking, item: Waiting): Promise<'done' | 'away'> {
  const now = app.clock.now();
  const isOurs = await claimItem(app.db, item.item, { now, until: new Date(now.getTime() + TAKEN_FOR) });
  if (!isOurs) return 'done';
  const stored = await findTracker(app.db, item.tracker);
  if (!stored) return 'done';
  const opened = await openTracker(app, stored);
  if (!opened) {
    await put(app, item, { said: 'It waits for the tracker’s token.', next: now, lostSince: item.lostSince });
    return 'away';
  }
  const placed = await findPlace(app, opened);
  if (!('got' in placed)) return stopped(app, opened, item, placed);
  const tracker = placed.got;
  if (item.lostSince !== null || item.again) {
    const found = await look(app, tracker, item);
    if (!('got' in found)) return stopped(app, tracker, item, found);
    if (found.got) return sent(app, tracker, item, found.got);
    if (item.lostSince !== null && !TONGUES[tracker.kind].takesOurId)
      return stillLost(app, tracker, item, item.lostSince);
  }
  return create(app, tracker, item);
}

async function create(app: Speaking, tracker: Opened, item: Waiting): Promise<'done' | 'away'> {
  const tongue = TONGUES[tracker.kind];
  const ask = tongue.create(tracker.at, { id: item.item, title: item.title, body: item.body });
  const begun = app.clock.now();
  await noteCalling(app.db, item.item, item.lostSince ?? begun);
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
  await finish(app, item, { state: 'refused', said: answer.refused });
  return 'done';
}

/** T4: lists what came lately and looks through it for the marker. */
async function look(app: Speaking, tracker: Opened, item: Waiting): Promise<Meaning<Remote | null>> {
  const tongue = TONGUES[tracker.kind];
  const now = app.clock.now();
  const since = new Date(Math.min(item.askedAt.getTime(), (item.lostSince ?? now).getTime()) - CLOCKS_APART);
  const ask = tongue.recent(tracker.at, item.item, since, now);
  return ask === null
    ? { got: null }
    : tongue.readRecent(await call(app, ask), tracker.at, item.item, app.clock.now());
}

async function sent(app: Speaking, tracker: Opened, item: Waiting, remote: Remote): Promise<'done'> {
  const at = app.clock.now();
  const isClosed = remote.work !== null && remote.work !== 'open';
  // found closed already: the first look tells it, as it tells every change
  const known = isClosed ? { ...remote, work: null, workWords: '', workAt: null } : remote;
  const next =
    tracker.kind === 'webhook' ? null : isClosed ? at : nextLook(remote, at, app.trackers.durations);
  await app.db.transaction().execute((tx) => finishSent(tx, item.item, known, { at, nextLook: next }));
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
  if (next === null) {
    await finish(app, item, { state: 'unknown', said: UNKNOWN });
    return 'done';
  }
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
    await finish(
      app,
      item,
      isLost ? { state: 'unknown', said: UNKNOWN } : { state: 'refused', said: GIVEN_UP },
    );
  // until the tracker is spoken to again; an administrator who mends it need not wait
  else await put(app, item, { said, next: now, lostSince: item.lostSince });
  return 'away';
}

const put = (app: Speaking, item: Waiting, off: Parameters<typeof putItemOff>[2]) =>
  app.db.transaction().execute((tx) => putItemOff(tx, item.item, off));
const finish = (app: Speaking, item: Waiting, end: Parameters<typeof finishUnsent>[2]) =>
  app.db.transaction().execute((tx) => finishUnsent(tx, item.item, end));
