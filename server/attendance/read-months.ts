import { sumFiguresByMonth } from '#db/attendance.ts';
import { sumReadsByMonth } from '#db/reads.ts';
import type { MonthMarkers, MonthSide } from '#domain/attendance/markers.ts';
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
  for (const { month, side, people, choice, asked, unsplit, unsaid, meetings } of await sumFiguresByMonth(
    app.db,
    zone,
  )) {
    const one = of(month);
    one[side] = { people, byChoice: choice, asked, notSaid: unsplit };
    one.inWords += unsaid;
    one.meetings = Math.max(one.meetings, meetings);
  }
  for (const { month, outside, closest } of await sumReadsByMonth(app.db)) {
    const one = of(month);
    one.readsOutside = outside;
    one.readsClosest = closest;
  }
  return [...months.values()].sort((a, b) => (a.month < b.month ? -1 : 1));
}

const nobody = (): MonthSide => ({ people: 0, byChoice: 0, asked: 0, notSaid: 0 });
const emptyMonth = (month: string): MonthMarkers => ({
  month,
  meetings: 0,
  outside: nobody(),
  closest: nobody(),
  unknown: nobody(),
  inWords: 0,
  readsOutside: 0,
  readsClosest: 0,
});
