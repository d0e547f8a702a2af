import {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendarMethod,
  ICalEventClass,
  ICalEventStatus,
  ICalEventTransparency,
  default as newCalendar,
} from 'ical-generator';
import type { CalendarRole } from '#domain/invitations/letters.ts';
import { MINUTE } from '#domain/soak/wall-clock.ts';

/** One meeting as a calendar has it. */
export interface Entry {
  uid: string;
  sequence: number;
  title: string;
  startsAt: Date;
  minutes: number;
  callLink: string;
  /** Where it is in Soak. */
  url: string;
  isCancelled: boolean;
  changedAt: Date;
}

export interface Mailbox {
  name: string;
  email: string;
}

/** A message between calendars (RFC 5546) to one person: nobody else is listed, so that who is invited stays among those who plan. */
export const invitationFile = (
  entry: Entry,
  message: {
    method: 'REQUEST' | 'CANCEL';
    /** Only this person's place is taken back; the meeting stands. */
    isUninviting: boolean;
    to: Mailbox;
    role: CalendarRole;
    organizer: Mailbox;
    stamp: Date;
  },
): string => {
  const isRequest = message.method === 'REQUEST';
  const calendar = newCalendar({ prodId: PRODUCT, method: ICalCalendarMethod[message.method] });
  const event = calendar.createEvent({
    ...facts(entry),
    stamp: message.stamp,
    lastModified: message.stamp,
    organizer: message.organizer,
    status: isRequest ? ICalEventStatus.CONFIRMED : message.isUninviting ? null : ICalEventStatus.CANCELLED,
  });
  event.createAttendee({
    ...message.to,
    type: ICalAttendeeType.INDIVIDUAL,
    role: message.role === 'chair' ? ICalAttendeeRole.CHAIR : ICalAttendeeRole.OPT,
    status: ICalAttendeeStatus.NEEDSACTION,
    rsvp: isRequest,
  });
  return whole(calendar.toString());
};

/** A copy to take along, or a feed to subscribe to: published, without anybody in it. */
export function publishedFile(
  entries: readonly Entry[],
  { organizer, name }: { organizer: Mailbox; name?: string },
): string {
  const calendar = newCalendar({ prodId: PRODUCT, method: ICalCalendarMethod.PUBLISH });
  if (name !== undefined) {
    calendar.name(name);
    calendar.ttl(HOUR_SECONDS);
  }
  for (const entry of entries)
    calendar.createEvent({
      ...facts(entry),
      stamp: entry.changedAt,
      lastModified: entry.changedAt,
      organizer,
      status: entry.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  return whole(calendar.toString());
}

const PRODUCT = { company: 'Soak', product: 'Reviews 1.0', language: 'EN' };
const HOUR_SECONDS = 3_600;

/** RFC 5545: the last line ends like every other. */
const whole = (file: string): string => (file.endsWith('\r\n') ? file : `${file}\r\n`);

const facts = (entry: Entry) => ({
  id: entry.uid,
  sequence: entry.sequence,
  // UTC: immune to what calendars make of zones; each shows its own
  start: entry.startsAt,
  end: new Date(entry.startsAt.getTime() + entry.minutes * MINUTE),
  summary: entry.title,
  description: { plain: descriptionOf(entry) },
  location: entry.callLink || entry.url,
  url: entry.url,
  class: ICalEventClass.PRIVATE,
  transparency: ICalEventTransparency.OPAQUE,
});

const descriptionOf = ({ callLink, url }: Entry): string =>
  ['Optional, as every meeting in Soak.', `Open: ${url}`, ...(callLink ? [`Call: ${callLink}`] : [])].join(
    '\n',
  );
