import type { Attendance } from '../meeting/attendance.ts';
import { differAtLeast, FEW, type Shown, shownOf } from './shown.ts';

/** Outside and closest of the meeting's day (A5); guests are of no team that is known (A9). */
export const SIDES = ['outside', 'closest', 'unknown'] as const;
export type Side = (typeof SIDES)[number];

type How = Attendance['how'];
type Mode = Attendance['mode'];
/** What is counted on one side. */
export type FigureKind = 'all' | 'new' | How | `${How} ${Mode}`;
export type ShownKinds = Partial<Record<FigureKind, Shown>>;

/** One side's statements as they are, without the people whose names are shown. Nobody is given these. */
export interface SideCounts {
  by: Record<How, Record<Mode, number>>;
  newFaces: number;
  /** How many could have stated here, without those shown by name; null for guests. */
  pool: number | null;
  /** How many of those could be there on the meeting's day: a draft opened since has let in others to read later. */
  couldCome: number | null;
}

/** What a side shows, and what it needs to know to change it without telling on anybody. */
export interface Published {
  shown: ShownKinds;
  /** The last value of each kind that was ever shown. */
  last: ShownKinds;
  at: Date;
}

const DAY_MS = 86_400_000;
export const CHANGES_ALL_THE_SAME_DAYS = 30;

/**
 * A6: the one function that makes attendance figures, for every door. What a side shows next, given what it shows.
 * Everything in it hangs on numbers of people alone: whoever is exchanged for another in silence changes nothing of it, and a
 * number is only shown where there are at least three who stated and three who did not.
 * Call it once a day at most, never while a meeting is live, and not before it can no longer be reopened.
 */
export function publish(before: Published | null, counts: SideCounts, now: Date): Published {
  const finest = levelsOf(counts)[0] as ShownKinds;
  if (before === null) return { shown: finest, last: finest, at: now };
  const since = now.getTime() - before.at.getTime();
  if (since < DAY_MS) return before;
  if (since >= CHANGES_ALL_THE_SAME_DAYS * DAY_MS) return shownNow(before, finest, now);
  const far = levelsOf(counts).find((level) => isFarEnough(before, level, counts.pool));
  return far ? shownNow(before, far, now) : before;
}

const shownNow = (before: Published, shown: ShownKinds, at: Date): Published => ({
  shown,
  last: { ...before.last, ...shown },
  at,
});

/** Something changed, and each kind that did by three or more since it was last shown. */
function isFarEnough(before: Published, level: ShownKinds, pool: number | null): boolean {
  const kinds = Object.keys(level) as FigureKind[];
  const changes = kinds.map((kind) => {
    const last = before.last[kind];
    const next = level[kind] as Shown;
    return last === undefined ? 0 : differAtLeast(last, next, kind === 'all' ? pool : null);
  });
  return changes.some((by) => by > 0) && changes.every((by) => by === 0 || by >= FEW);
}

/** What could be shown, finest first: detail is given up as mode, then how, then new faces. */
function levelsOf(counts: SideCounts): ShownKinds[] {
  const ofHow = (how: How) => sum(Object.values(counts.by[how]));
  const all = shownOf(ofHow('choice') + ofHow('asked'), counts.pool);
  if (typeof all !== 'number') return [{ all }];
  const how = cells([
    ['choice', ofHow('choice')],
    ['asked', ofHow('asked')],
  ]);
  const mode = cells(
    (['choice', 'asked'] as const).flatMap((how) =>
      (['room', 'remote', 'later'] as const).map((mode): [FigureKind, number] => [
        `${how} ${mode}`,
        counts.by[how][mode],
      ]),
    ),
  );
  const isNewShown = counts.newFaces >= FEW && all - counts.newFaces >= FEW;
  const fresh = isNewShown ? { new: counts.newFaces } : {};
  const levels: (ShownKinds | null)[] = [
    how && mode && isModeSafe(counts) ? { all, ...how, ...mode, ...fresh } : null,
    how && { all, ...how, ...fresh },
    isNewShown ? { all, ...fresh } : null,
    { all },
  ];
  return levels.filter((level) => level !== null);
}

/** All of them, or none: a sibling of one or two could be subtracted. */
function cells(counted: readonly (readonly [FigureKind, number])[]): ShownKinds | null {
  if (counted.some(([, count]) => count > 0 && count < FEW)) return null;
  return Object.fromEntries(counted.map(([kind, count]) => [kind, count === 0 ? 'nobody' : count]));
}

/** In the room or remote says of whom it is said: those who could be there. */
function isModeSafe({ by, couldCome }: SideCounts): boolean {
  const there = sum(Object.values(by).flatMap(({ room, remote }) => [room, remote]));
  return couldCome === null || couldCome - there >= FEW;
}

export const noCounts = (pool: number | null, couldCome = pool): SideCounts => ({
  by: { choice: { room: 0, remote: 0, later: 0 }, asked: { room: 0, remote: 0, later: 0 } },
  newFaces: 0,
  pool,
  couldCome,
});

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
