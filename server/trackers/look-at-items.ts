import { listDueLooks, noteGone, putLookOff, saveWork, type Watched } from '#db/item-sends.ts';
import { findTracker, type StoredTracker } from '#db/trackers.ts';
import { MINUTE } from '#domain/soak/wall-clock.ts';
import type { Remote } from '#domain/trackers/answers.ts';
import { nextLook } from '#domain/trackers/schedule.ts';
import { TONGUES } from '#domain/trackers/tongues.ts';
import { call, check, note, noteWell, openTracker, type Speaking } from './speak.ts';

const AT_A_LOOK = 50;
const AFTER_A_PAUSE = 10 * MINUTE;

/** T5: asks one tracker for the state of what is due. @returns how many were asked for; 0: nothing is due, or it is away */
export async function lookAtItems(
  app: Speaking,
  tracker: string,
  goOn: () => boolean = () => true,
): Promise<number> {
  const due = await listDueLooks(app.db, tracker, app.clock.now(), AT_A_LOOK);
  const stored = due.length === 0 ? null : await findTracker(app.db, tracker);
  if (!stored) return 0;
  let asked = 0;
  const known: Known = { project: false };
  for (const item of due) {
    if (!goOn()) break;
    asked++;
    if (!(await lookAtOne(app, stored, item, known))) return 0;
  }
  return asked;
}

/** Whether its project was seen in this turn, with this token and at this address. */
interface Known {
  project: boolean;
}

/** False: something is wrong with the tracker; the rest waits with it. */
async function lookAtOne(
  app: Speaking,
  stored: StoredTracker,
  item: Watched,
  known: Known,
): Promise<boolean> {
  const tongue = TONGUES[stored.kind];
  const later = () => putLookOff(app.db, item.item, new Date(app.clock.now().getTime() + AFTER_A_PAUSE));
  const tracker = await openTracker(app, stored);
  if (!tracker) {
    await later();
    return false;
  }
  const ask = tongue.look(tracker.at, item);
  if (ask === null) {
    await noteGone(app.db, item.item, { said: '', at: app.clock.now() });
    return true;
  }
  let read = tongue.readLook(await call(app, ask), tracker.at, app.clock.now());
  // a token that sees nothing any more and a repository that moved say the same of every item: it is gone only where its project is not
  if ('got' in read && read.got === null && !known.project) {
    const seen = await check(app, tracker);
    known.project = 'got' in seen;
    if ('refused' in seen) read = { trouble: seen.refused, until: null };
    else if (!('got' in seen)) read = seen;
  }
  if ('got' in read) {
    await noteWell(app, tracker);
    if (read.got) await takeWork(app, item, read.got);
    else await noteGone(app.db, item.item, { said: GONE, at: app.clock.now() });
    return true;
  }
  if ('refused' in read) {
    await later();
    return true;
  }
  // it alone may be what fails: the next turn begins with others
  await later();
  await note(
    app,
    tracker,
    'trouble' in read ? read.trouble : read.lost,
    'trouble' in read ? read.until : null,
  );
  return false;
}

const GONE = 'It is not there any more, or this token does not see it.';

/** T5: what came back, by a look or by a call, unless something newer is known. */
export async function takeWork(app: Speaking, item: Watched, remote: Remote): Promise<void> {
  const at = app.clock.now();
  const isOld = item.workAt !== null && remote.workAt !== null && remote.workAt < item.workAt;
  const known = isOld ? { work: item.work, workAt: item.workAt } : remote;
  const next = nextLook(known, at, app.trackers.durations);
  if (isOld)
    return void (await putLookOff(app.db, item.item, next ?? new Date(at.getTime() + AFTER_A_PAUSE)));
  await app.db.transaction().execute((tx) => saveWork(tx, item, remote, { at, nextLook: next }));
}
