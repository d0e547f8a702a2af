import { dayOf, nearDayOf, timeOf, wallClock } from '#app/components/clock-words.ts';
import { joined } from '#app/components/counted.ts';
import { upToTheMinute } from '#domain/soak/soak.ts';
import { type TimeLeft, timeLeft } from '#domain/soak/time-left.ts';
import type { ActionsPage, StoredSoak } from '#server/actions/read-actions-page.ts';

/** The sentence under the clock: what is left, or what it waits for. Never a number of hours. */
export function leadWords(page: ActionsPage, soak: StoredSoak, zone: string): string {
  if (soak.heldFor !== null) return heldWords(page, soak, zone);
  if (soak.openedEarlyAt !== null && page.now < soak.endsAt)
    return page.session === null
      ? 'The action session can start from now on. None is planned yet.'
      : 'The action session can start from now on; nothing that was planned has moved.';
  const left = timeLeft(soak, page.now);
  if (left !== null) return `${leftWords(left)} Nothing needs deciding before then.`;
  if (page.session === null) return 'The action session can start from now on. None is planned yet.';
  if (page.session.phase === 'live' || page.session.phase === 'paused')
    return 'The action session is running. The ideas are still closed.';
  return `The ideas stay closed until the action session opens them, ${nearDayOf(page.session.startsAt, zone, page.now)} at ${timeOf(page.session.startsAt, zone)}.`;
}

function heldWords(page: ActionsPage, soak: StoredSoak, zone: string): string {
  const { ahead, now } = page;
  const meeting =
    ahead === null
      ? 'another meeting'
      : `the meeting ${onDay(nearDayOf(ahead.startsAt, zone, now))} at ${timeOf(ahead.startsAt, zone)}`;
  const ends = upToTheMinute(soak.endsAt);
  return `It starts again when ${meeting} has ended, and is then expected to end ${dayOf(ends, zone, now)}, ${timeOf(ends, zone)}.`;
}

/** "today", "on Wednesday". */
const onDay = (near: string): string => (/^[a-z]/.test(near) ? near : `on ${near}`);

function leftWords({ restOfToday, wholeDays, lastDay, lastDayPart }: TimeLeft): string {
  if (lastDay === null) return 'It ends today.';
  const part = lastDayPart === 'first hours' ? 'first hours' : 'first half and some more';
  const parts = [
    ...(restOfToday ? ['the rest of today'] : []),
    ...(wholeDays.length > 0 ? [`all of ${joined(wholeDays.map(weekday))}`] : []),
    `${weekday(lastDay)}’s ${part}`,
  ];
  return `What is left is ${joined(parts)}.`;
}

const weekday = (day: string): string => wallClock(`${day}T12:00:00Z`, 'UTC').weekday;
