import type { Moment, MomentKind, MomentTime } from '#domain/write-up.ts';
import { type TimeScale, timeScale } from './time-scale.ts';

/** One moment as it is drawn. */
export interface Mark {
  id: string;
  kind: MomentKind;
  x: number;
  /** Where a span ends; null for a point. */
  endX: number | null;
  y: number;
  label: string;
  /** The words stand left of the mark where there is no room on the right. */
  labelLeft: boolean;
  /** Only its place in the order is known. */
  orderOnly: boolean;
  about: boolean;
  /** The theory led nowhere and a red herring tells of it. */
  herring: boolean;
  /** Other times that accounts give for it. */
  otherXs: number[];
}

export interface Lane {
  name: string;
  y: number;
  height: number;
}

export interface Picture {
  lanes: Lane[];
  marks: Mark[];
  scale: TimeScale;
  height: number;
  /** Stretches in which the order is known and the minutes are not. */
  orderKnown: { from: number; to: number }[];
}

export const ROW = 30;
const LANE_PADDING = 9;
/** Average width of a letter of the labels. */
export const LETTER = 6.9;
const LONGEST_LABEL = 40;
const MARK = 20;
const SHORTEST_THEORY = 44;
const SHORTEST_WITH_WORDS = 180;
/** Nose and tail of a span, in pixels; the words stand between. */
export const THEORY_ENDS = 46;

/** Lays moments out: lanes in the order of their first moment, each on the first row where it and its words have room. */
export function layOut(
  moments: readonly Moment[],
  nameOf: (moment: Moment) => string,
  width: number,
): Picture {
  const scale = scaleBetween(moments, width);
  const xs = placesOf(moments, scale, width);
  const lanes: Lane[] = [];
  const marks: Mark[] = [];
  let y = 0;
  for (const [name, own] of Map.groupBy(moments, (moment) => moment.lane)) {
    const rows: number[] = [];
    for (const moment of own) {
      const mark = markOf(moment, xs.get(moment.id) ?? 0, scale, nameOf(moment), width);
      const [left, right] = extentOf(mark);
      const free = rows.findIndex((end) => end < left);
      const row = free === -1 ? rows.length : free;
      rows[row] = right + 14;
      marks.push({ ...mark, y: y + LANE_PADDING + row * ROW + ROW / 2 });
    }
    const height = Math.max(rows.length, 1) * ROW + 2 * LANE_PADDING;
    lanes.push({ name, y, height });
    y += height;
  }
  return { lanes, marks, scale, height: y, orderKnown: orderKnownOf(moments, xs) };
}

/** Room at an end for each moment of which only the order is known, and the most that they get. */
const ROOM_AT_END = 48;
const MOST_ROOM = 1 / 4;

/** Times are laid between what stands before the first and after the last of them without a time of its own. */
function scaleBetween(moments: readonly Moment[], width: number): TimeScale {
  const runs = runsWithoutTime(moments);
  const room = (run: Run | undefined) => Math.min((run?.ids.length ?? 0) * ROOM_AT_END, width * MOST_ROOM);
  const left = room(runs.find(({ before, after }) => before === null && after !== null));
  const right = room(runs.find(({ before, after }) => before !== null && after === null));
  const scale = timeScale(moments.flatMap(instantsOf), width - left - right);
  return {
    ...scale,
    at: (instant) => left + scale.at(instant),
    ticks: scale.ticks.map(({ at, x }) => ({ at, x: left + x })),
  };
}

const instantsOf = (moment: Moment): number[] =>
  [moment.time, ...moment.accounts.map((account) => account.time)].flatMap(ends);

const ends = (time: MomentTime | null): number[] =>
  time === null || time.certainty === 'order-only'
    ? []
    : [Date.parse(time.start), ...(time.end === null ? [] : [Date.parse(time.end)])];

/** Where only the order is known a moment stands between its neighbours, evenly. */
function placesOf(moments: readonly Moment[], scale: TimeScale, width: number): Map<string, number> {
  const xs = new Map<string, number>();
  for (const { id, time } of moments)
    if (time.certainty !== 'order-only') xs.set(id, scale.at(Date.parse(time.start)));
  for (const run of runsWithoutTime(moments)) {
    const from = run.before === null ? 0 : (xs.get(run.before) ?? 0);
    const to = run.after === null ? width : Math.max(xs.get(run.after) ?? width, from);
    for (const [at, id] of run.ids.entries())
      xs.set(id, from + ((to - from) * (at + 1)) / (run.ids.length + 1));
  }
  return xs;
}

interface Run {
  ids: string[];
  before: string | null;
  after: string | null;
}

function runsWithoutTime(moments: readonly Moment[]): Run[] {
  const runs: Run[] = [];
  let before: string | null = null;
  let open: Run | null = null;
  for (const { id, time } of moments) {
    if (time.certainty === 'order-only') {
      open ??= { ids: [], before, after: null };
      open.ids.push(id);
      continue;
    }
    if (open) runs.push({ ...open, after: id });
    open = null;
    before = id;
  }
  return open ? [...runs, open] : runs;
}

function orderKnownOf(
  moments: readonly Moment[],
  xs: ReadonlyMap<string, number>,
): { from: number; to: number }[] {
  return runsWithoutTime(moments).map(({ ids, before, after }) => ({
    from: xs.get(before ?? ids[0] ?? '') ?? 0,
    to: xs.get(after ?? ids.at(-1) ?? '') ?? 0,
  }));
}

function markOf(moment: Moment, x: number, scale: TimeScale, name: string, width: number): Omit<Mark, 'y'> {
  const { id, kind, time, herring, accounts } = moment;
  const end = time.certainty !== 'order-only' && time.end !== null ? scale.at(Date.parse(time.end)) : null;
  const theory = kind === 'working-theory' ? Math.max(end ?? 0, Math.min(x + SHORTEST_THEORY, width)) : end;
  const endX = theory !== null && theory > x ? theory : null;
  const label = cut(name, kind === 'working-theory' && endX !== null ? inside(endX - x) : LONGEST_LABEL);
  const otherXs = accounts
    .flatMap((account) => ends(account.time).slice(0, 1))
    .map((instant) => scale.at(instant))
    .filter((other) => Math.abs(other - x) > 2);
  const after = Math.max(x, endX ?? 0, ...otherXs) + MARK;
  return {
    id,
    kind,
    x,
    endX,
    label,
    labelLeft: after + label.length * LETTER > width,
    orderOnly: time.certainty === 'order-only',
    about: time.certainty === 'about',
    herring: herring !== null,
    otherXs,
  };
}

/** How many letters a theory's own span holds; a short one has its words beside it. */
const inside = (span: number): number =>
  span < SHORTEST_WITH_WORDS
    ? LONGEST_LABEL
    : Math.min(LONGEST_LABEL, Math.floor((span - THEORY_ENDS) / LETTER));

/** Cut between words where that leaves enough of them. */
function cut(name: string, most: number): string {
  if (name.length <= most) return name;
  const short = name.slice(0, most - 1);
  const space = short.lastIndexOf(' ');
  return `${(space > most / 2 ? short.slice(0, space) : short).replace(/[\s,;:.]+$/, '')}…`;
}

/** Left and right end of a mark with its words. */
function extentOf({ kind, x, endX, label, labelLeft, otherXs }: Omit<Mark, 'y'>): [number, number] {
  const words = label.length * LETTER;
  const right = Math.max(x + MARK / 2, endX ?? 0, ...otherXs.map((other) => other + MARK / 2));
  const left = Math.min(x - MARK / 2, ...otherXs.map((other) => other - MARK / 2));
  const isInside = kind === 'working-theory' && endX !== null && endX - x >= words + THEORY_ENDS;
  if (isInside) return [left, right];
  return labelLeft ? [left - words - 8, right] : [left, right + words + 8];
}
