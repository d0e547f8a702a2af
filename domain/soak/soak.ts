import type { MeetingId } from '#domain/ids.ts';
import { type Refused, refuse } from '#domain/refused.ts';
import { workingDaysWords } from './policy.ts';
import { SOAK_WORKING_DAYS, soakEnd } from './soak-end.ts';
import { MINUTE } from './wall-clock.ts';
import type { WorkingCalendar } from './working-days.ts';

/** One review's soak. A review has at most one; starting again replaces it. */
export interface Soak {
  startedAt: Date;
  endsAt: Date;
  calendar: WorkingCalendar;
  workingDays: number;
  /** S1, S7: the further or reopened review meeting it waits for. While held, `endsAt` is counted from that meeting's planned end. */
  heldFor: MeetingId | null;
  /** S5: opened before its end, by hand and with a reason. */
  openedEarlyAt: Date | null;
}

export const startSoak = (
  startedAt: Date,
  calendar: WorkingCalendar,
  workingDays = SOAK_WORKING_DAYS,
): Soak => ({
  startedAt,
  endsAt: soakEnd(startedAt, calendar, workingDays),
  calendar,
  workingDays,
  heldFor: null,
  openedEarlyAt: null,
});

/** S1: a further review meeting planned meanwhile holds the soak; its end is expected N working days after that meeting's. */
export const holdSoak = (soak: Soak, meeting: MeetingId, plannedEnd: Date): Soak => ({
  ...soak,
  heldFor: meeting,
  endsAt: soakEnd(plannedEnd, soak.calendar, soak.workingDays),
});

/** S1: the meeting it waited for was cancelled; it ends when it would have ended without it. */
export const releaseSoak = (soak: Soak): Soak => ({
  ...soak,
  heldFor: null,
  endsAt: soakEnd(soak.startedAt, soak.calendar, soak.workingDays),
});

export const isSoaking = (soak: Pick<Soak, 'heldFor' | 'endsAt' | 'openedEarlyAt'>, now: Date): boolean =>
  soak.heldFor !== null || (now < soak.endsAt && soak.openedEarlyAt === null);

/** From when an action session may be: the soak's end, or the moment it was opened early, which is over where a meeting holds it. */
export const mayOpenFrom = ({
  endsAt,
  openedEarlyAt,
  heldFor,
}: Pick<Soak, 'endsAt' | 'openedEarlyAt' | 'heldFor'>): Date =>
  heldFor === null && openedEarlyAt !== null && openedEarlyAt < endsAt ? openedEarlyAt : endsAt;

/** S5: may an action meeting of this review be started now? The button and the deed ask this one. */
export const mayStartActionMeeting = (soak: Soak | null, now: Date): true | Refused => {
  if (soak === null) {
    return refuse(
      'Nothing has soaked yet. The soak starts when the review meeting ends, and the action session can start once it is over.',
    );
  }
  if (soak.heldFor !== null) {
    return refuse(
      `The soak waits for a further review meeting. The action session can start ${workingDaysWords(soak.workingDays)} after that one has ended.`,
    );
  }
  if (isSoaking(soak, now)) {
    return refuse(
      `The ideas are still soaking, until ${soakEndWords(soak)}. The action session can start from then on; opening it earlier needs a reason, on the review’s Actions page.`,
    );
  }
  return true;
};

/** S4: an action session is planned no earlier than the soak's end, or the end to expect while there is none yet. */
export const mayPlanActionSession = (
  endsAt: Date | null,
  calendar: WorkingCalendar,
  startsAt: Date,
): true | Refused =>
  endsAt !== null && startsAt < endsAt
    ? refuse(`The ideas soak until ${instantWords(endsAt, calendar.zone)}. Choose a time from then on.`)
    : true;

/** S7: reopening the review meeting restarts the soak, and is refused once the action session has been started. */
export const mayReopenForSoak = (actionMeetings: readonly { startedAt: Date | null }[]): true | Refused =>
  actionMeetings.some((meeting) => meeting.startedAt !== null)
    ? refuse(
        'The action session has been started, so this meeting stays as it ended. What came up since can go into the write-up.',
      )
    : true;

/** "Monday 23 November, 11:03 (Europe/Berlin)". */
const soakEndWords = (soak: Soak): string => instantWords(soak.endsAt, soak.calendar.zone);

/** Rounded up to the minute, so that at the minute shown it is true. */
export const upToTheMinute = (instant: Date): Date =>
  new Date(Math.ceil(instant.getTime() / MINUTE) * MINUTE);

const instantWords = (instant: Date, zone: string): string => {
  const shown = upToTheMinute(instant);
  const day = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  });
  const time = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return `${day.format(shown)}, ${time.format(shown)} (${zone})`;
};
