import { countPossibleReaders, countReaders, findOldestWeekToMake, saveWeek } from '#db/reads.ts';
import { type Shown, shownOf } from '#domain/attendance/shown.ts';
import { addDays, isWeekOver } from '#domain/attendance/weeks.ts';
import type { App } from '../app.ts';

/** R3, A6: makes the figures of each week that is over, once; what is made never changes. */
export async function publishReads(app: Pick<App, 'db' | 'clock'>): Promise<void> {
  const now = app.clock.now();
  for (;;) {
    const week = await findOldestWeekToMake(app.db, now.toISOString().slice(0, 10));
    if (week === null || !isWeekOver(week, now)) return;
    const counts = await countReaders(app.db, week, addDays(week, 6));
    const pools = await countPossibleReaders(
      app.db,
      counts.map(({ review }) => review),
    );
    const figures = counts.map(({ review, outside, closest }) => {
      const pool = pools.get(review) ?? { outside: 0, closest: 0 };
      return { review, outside: shownOf(outside, pool.outside), closest: shownOf(closest, pool.closest) };
    });
    await app.db.transaction().execute((tx) =>
      saveWeek(
        tx,
        week,
        figures.filter((one) => says(one.outside) || says(one.closest)),
      ),
    );
  }
}

/** A row of nothing but these would tell of itself that somebody has read. */
const says = (shown: Shown) => shown !== 'nobody' && shown !== 'hidden';
