import { sumFiguresByMonth } from '#db/attendance.ts';
import { sumReadsByMonth } from '#db/reads.ts';
import { type MonthMarkers, NO_READS, NOBODY } from '#domain/attendance/months.ts';
import type { App } from '../app.ts';
import { workspaceZone } from '../people/workspace-zone.ts';

/** A6: by month, over the reviews that all members may read: sums of what those publish. Never by person or team. */
export async function readMonths(app: Pick<App, 'db'>): Promise<MonthMarkers[]> {
  const zone = await workspaceZone(app);
  const months = new Map<string, MonthMarkers>();
  const of = (month: string) => {
    const known = months.get(month) ?? emptyMonth(month);
    months.set(month, known);
    return known;
  };
  for (const sum of await sumFiguresByMonth(app.db, zone)) {
    const one = of(sum.month);
    one.meetings = Math.max(one.meetings, sum.meetings);
    one[sum.side] = {
      people: sum.people,
      byChoice: sum.choice,
      asked: sum.asked,
      notSaid: sum.unsplit,
      newFaces: sum.fresh,
      newNotSaid: sum.freshUnsaid,
      inWords: sum.inWords,
      untold: sum.untold,
    };
  }
  for (const { month, side, readers, inWords, untold } of await sumReadsByMonth(app.db))
    of(month).reads[side] = { readers, inWords, untold };
  return [...months.values()].sort((a, b) => (a.month < b.month ? -1 : 1));
}

const emptyMonth = (month: string): MonthMarkers => ({
  month,
  meetings: 0,
  outside: { ...NOBODY },
  closest: { ...NOBODY },
  unknown: { ...NOBODY },
  reads: { outside: { ...NO_READS }, closest: { ...NO_READS } },
});
