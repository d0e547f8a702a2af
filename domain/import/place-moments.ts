import { DAY, dayOf, epochOf, instantAt, MINUTE } from '#domain/soak/wall-clock.ts';
import type { MomentTime } from '#domain/write-up.ts';
import { type Choices, isTaken } from './choices.ts';
import type { MomentTaking, ProposedSection, StatedTime } from './proposal.ts';
import { dayText } from './stated-day.ts';

/** What the text leaves open about a moment's time, said beside it in the preview. */
export type Doubt = 'time-unknown' | 'day-missing' | 'year-missing' | 'runs-backwards';

export interface PlacedMoment {
  /** Day proposed or chosen, 'YYYY-MM-DD'; null where only the order is known. */
  day: string | null;
  /** The day it would have if none had been chosen for it. */
  proposed: string | null;
  time: MomentTime;
  doubts: Doubt[];
}

/**
 * Times for one section's moments, in the source's order, which is never changed. A missing day is the one before it or
 * the review's; a missing year the review's; where time runs backwards the next day is proposed and the place marked.
 */
export function placeMoments(section: ProposedSection, choices: Choices): Map<string, PlacedMoment> {
  const placed = new Map<string, PlacedMoment>();
  let before: { day: string; start: number } | null = null;
  for (const piece of section.pieces) {
    if (piece.type !== 'moment' || !isTaken(piece, choices)) continue;
    const moment = placeMoment(piece, choices, before);
    placed.set(piece.id, moment);
    if (moment.day && moment.time.certainty !== 'order-only')
      before = { day: moment.day, start: Date.parse(moment.time.start) };
  }
  return placed;
}

function placeMoment(
  { id, stated, dayAbove }: MomentTaking,
  choices: Choices,
  before: { day: string; start: number } | null,
): PlacedMoment {
  const choice = choices.takings[id];
  const known = statedDay(stated, dayAbove, choices.day);
  if (choice?.orderOnly || (stated.clock === null && known === null && !choice?.day))
    return {
      day: null,
      proposed: null,
      time: { certainty: 'order-only' },
      doubts: stated.clock === null ? ['time-unknown'] : [],
    };
  const doubts: Doubt[] = [];
  if (known?.yearMissing) doubts.push('year-missing');
  if (known === null) doubts.push('day-missing');
  const day = known?.day ?? before?.day ?? choices.day;
  const zone = stated.zone ?? choices.zone;
  const isBackwards = (on: string) => before !== null && startOf(stated, on, zone) < before.start;
  if (isBackwards(day)) doubts.push('runs-backwards');
  const proposed = isBackwards(day) && !isBackwards(nextDay(day)) ? nextDay(day) : day;
  const chosen = choice?.day ?? proposed;
  return { day: chosen, proposed, time: timeOn(stated, chosen, zone), doubts };
}

function statedDay(
  { year, month, dayOfMonth }: StatedTime,
  dayAbove: string | null,
  reviewDay: string,
): { day: string; yearMissing: boolean } | null {
  if (month === null || dayOfMonth === null) return dayAbove ? { day: dayAbove, yearMissing: false } : null;
  const reviewYear = Number(reviewDay.slice(0, 4));
  const day = dayText({ year, month, dayOfMonth }, reviewYear);
  if (year !== null) return { day, yearMissing: false };
  // A December before a March review is last year's: nobody writes of what is still to come.
  const isToCome = epochOf(day) > epochOf(reviewDay) + 30 * DAY;
  return { day: isToCome ? dayText({ year, month, dayOfMonth }, reviewYear - 1) : day, yearMissing: true };
}

/** A day without a clock is a span: somewhere on that day. */
function timeOn(stated: StatedTime, day: string, zone: string): MomentTime {
  const start = startOf(stated, day, zone);
  const certainty = stated.about || stated.clock === null ? 'about' : 'exact';
  return { certainty, start: iso(start), end: endOf(stated, day, zone, start) };
}

function endOf(stated: StatedTime, day: string, zone: string, start: number): string | null {
  if (stated.clock === null) return iso(startOf(stated, nextDay(day), zone));
  if (stated.until === null) return null;
  const end = instantAt({ day, time: timeOfDay(stated.until) }, zone).getTime();
  return iso(
    end < start ? instantAt({ day: nextDay(day), time: timeOfDay(stated.until) }, zone).getTime() : end,
  );
}

const startOf = (stated: StatedTime, day: string, zone: string): number =>
  instantAt({ day, time: stated.clock ? timeOfDay(stated.clock) : 0 }, zone).getTime();

/** 'HH:MM' or 'HH:MM:SS' as milliseconds since midnight. */
export function timeOfDay(clock: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number);
  return (hours * 60 + minutes) * MINUTE + seconds * 1000;
}

export const nextDay = (day: string): string => dayOf(epochOf(day) + DAY);
const iso = (epoch: number): string => new Date(epoch).toISOString();
