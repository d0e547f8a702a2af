import type { Soak } from './soak.ts';
import { DAY, HOUR, instantAt, wallClockAt } from './wall-clock.ts';

/** One of a soak's two mails, and the day it is about in the soak's zone: each goes once a day at most, however often a soak moves. */
export interface SoakMail {
  what: 'started' | 'ends';
  day: string;
}

const MORNING = 8 * HOUR;
/** Later than this they would tell what everybody has seen. */
const OF_USE = DAY / 2;

/** When a soak is over by itself or by hand; null while it waits for a further meeting. */
export const soakOverAt = ({
  endsAt,
  heldFor,
  openedEarlyAt,
}: Pick<Soak, 'endsAt' | 'heldFor' | 'openedEarlyAt'>): Date | null =>
  heldFor !== null ? null : openedEarlyAt !== null && openedEarlyAt < endsAt ? openedEarlyAt : endsAt;

/**
 * S1: which mails of a soak are due: one once it has started, one in the morning of the day it ends, by the clock of its zone, so that
 * there is still time to seal an idea; at once where it was opened early. While it waits for a further meeting no end is told.
 */
export function dueSoakMails(soak: Soak, now: Date): SoakMail[] {
  const { zone } = soak.calendar;
  const due: SoakMail[] = [];
  const over = soakOverAt(soak);
  const isOver = over !== null && over <= now;
  const sinceStart = now.getTime() - soak.startedAt.getTime();
  if (!isOver && sinceStart >= 0 && sinceStart < OF_USE)
    due.push({ what: 'started', day: wallClockAt(soak.startedAt, zone).day });
  if (over === null) return due;
  const { day } = wallClockAt(over, zone);
  const morning = instantAt({ day, time: MORNING }, zone);
  const from = morning < over ? morning : over;
  if (from <= now && now.getTime() - over.getTime() < OF_USE) due.push({ what: 'ends', day });
  return due;
}
