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

/** A copy to take along: published, without anybody in it. */
export const publishedFile = (
  entries: readonly Entry[],
  feed: { organizer: Mailbox; name?: string },
): string =>
  fileOfEvents(
    entries.map((entry) => publishedEvent(entry, feed.organizer)),
    feed,
  ).join('');

/**
 * The same of events made before, in pieces: one string of megabytes costs fifty times as much to make.
 * @param name set: a feed to subscribe to
 */
export function fileOfEvents(events: readonly string[], { name }: { name?: string }): string[] {
  const calendar = newCalendar({ prodId: PRODUCT, method: ICalCalendarMethod.PUBLISH });
  if (name !== undefined) {
    calendar.name(name);
    calendar.ttl(HOUR_SECONDS);
  }
  const file = whole(calendar.toString());
  const end = file.lastIndexOf(END_OF_FILE);
  const parts = [file.slice(0, end), ...events, file.slice(end)];
  const pieces: string[] = [];
  for (let at = 0; at < parts.length; at += IN_ONE_PIECE)
    pieces.push(parts.slice(at, at + IN_ONE_PIECE).join(''));
  return pieces;
}

const IN_ONE_PIECE = 64;

const END_OF_FILE = 'END:VCALENDAR';

export function publishedEvent(entry: Entry, organizer: Mailbox): string {
  const calendar = newCalendar({ prodId: PRODUCT, method: ICalCalendarMethod.PUBLISH });
  calendar.createEvent({
    ...facts(entry),
    stamp: entry.changedAt,
    lastModified: entry.changedAt,
    organizer,
    status: entry.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  const file = whole(calendar.toString());
  return file.slice(file.indexOf('BEGIN:VEVENT'), file.lastIndexOf(END_OF_FILE));
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

/** The same in files, letters' files and copies. */
export const descriptionOf = ({ callLink, url }: Pick<Entry, 'callLink' | 'url'>): string =>
  ['Optional, as every meeting in Soak.', `Open: ${url}`, ...(callLink ? [`Call: ${callLink}`] : [])].join(
    '\n',
  );
