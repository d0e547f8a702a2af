import {
  countFiguresAnew,
  countStatements,
  listFigures,
  listPools,
  listWithoutDay,
  lockMeetingsToLookAt,
  noteMeetingDay,
  type Pool,
  type StatementCount,
  saveFigures,
  setLookedAt,
} from '#db/attendance.ts';
import { noCounts, publish, SIDES, type Side, type SideCounts } from '#domain/attendance/figures.ts';
import { REOPEN_HOURS } from '#domain/meeting/meeting.ts';
import type { App, Database } from '../app.ts';

const DAY_MS = 86_400_000;
/** So few that the embedded database is free again after a moment. */
const AT_ONCE = 100;

/**
 * A6: looks once a day at each meeting that can no longer be reopened, and changes what everybody may know of it as far as the
 * rule lets it. The only place that counts statements.
 */
export async function publishFigures(app: Pick<App, 'db' | 'clock'>): Promise<void> {
  const now = app.clock.now();
  const endedBefore = new Date(now.getTime() - REOPEN_HOURS * 3_600_000);
  for (const meeting of await listWithoutDay(app.db, endedBefore)) await noteMeetingDay(app.db, meeting);
  const lookedBefore = new Date(now.getTime() - DAY_MS);
  let isAnyNew = false;
  for (let looked = AT_ONCE; looked === AT_ONCE; ) {
    looked = await app.db
      .transaction()
      .execute((tx) => lookAt(tx, { endedBefore, lookedBefore, most: AT_ONCE }, now));
    isAnyNew ||= looked > 0;
  }
  if (isAnyNew) await countFiguresAnew(app.db);
}

async function lookAt(
  tx: Database,
  due: Parameters<typeof lockMeetingsToLookAt>[1],
  now: Date,
): Promise<number> {
  const meetings = await lockMeetingsToLookAt(tx, due);
  if (meetings.length === 0) return 0;
  const statements = Map.groupBy(await countStatements(tx, meetings), ({ meeting }) => meeting);
  const before = new Map(
    (await listFigures(tx, meetings)).map(({ meeting, side, published }) => [
      `${meeting} ${side}`,
      published,
    ]),
  );
  const pools = await listPools(tx, meetings);
  const changed = meetings.flatMap((meeting) =>
    SIDES.flatMap((side) => {
      const known = before.get(`${meeting} ${side}`) ?? null;
      const published = publish(
        known,
        countsOf(side, statements.get(meeting) ?? [], pools.get(meeting)),
        now,
      );
      return published === known ? [] : [{ meeting, side, published }];
    }),
  );
  await saveFigures(tx, changed);
  await setLookedAt(tx, meetings, now);
  return meetings.length;
}

function countsOf(
  side: Side,
  statements: readonly StatementCount[],
  pools: Record<'outside' | 'closest', Pool> | undefined,
): SideCounts {
  const own = statements.filter((one) => one.side === side);
  const named = own.reduce((sum, one) => sum + one.named, 0);
  const pool = side === 'unknown' ? null : (pools?.[side] ?? { now: 0, onTheDay: 0 });
  const counts = noCounts(pool && pool.now - named, pool && pool.onTheDay - named);
  for (const { how, mode, people, newFaces } of own) {
    counts.by[how][mode] += people;
    counts.newFaces += newFaces;
  }
  return counts;
}
