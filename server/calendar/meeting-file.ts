import { findEntry, listOwnAnswers } from '#db/invitations-sent.ts';
import type { MeetingId } from '#domain/ids.ts';
import { type CopyLinks, copyLinks } from '#domain/invitations/copy-links.ts';
import type { App, SignedIn } from '../app.ts';
import { type AskedMeeting, requireMeeting } from '../meetings/require-meeting.ts';
import { newUid, organizerOf, outsideTitle, roomAddress } from './entries.ts';
import { descriptionOf, type Entry, publishedFile } from './entry-file.ts';

/** N7: one meeting as a file to take along, for whoever may enter it. */
export async function meetingFile(app: App, person: SignedIn, id: string | undefined): Promise<string> {
  const asked = await requireMeeting(app, person, id);
  return publishedFile([await entryOf(app, asked)], { organizer: organizerOf(app) });
}

async function entryOf(app: App, { meeting, review }: AskedMeeting): Promise<Entry> {
  const kept = await findEntry(app.db, meeting.id);
  const { kind, plan } = meeting;
  return {
    uid: kept?.uid ?? newUid(app, meeting.id),
    sequence: kept?.sequence ?? 0,
    title: outsideTitle({ kind, title: plan.title }, { hides: review.privacy !== 'open' }),
    startsAt: plan.startsAt,
    minutes: plan.minutes,
    callLink: plan.callLink,
    url: roomAddress(app, meeting.id),
    isCancelled: meeting.phase === 'cancelled',
    changedAt: kept?.changedAt ?? app.clock.now(),
  };
}

/** What stands beside a meeting for somebody's own calendar: ways to take it along, and what they said themselves. */
export interface CalendarLine {
  file: string;
  copies: CopyLinks;
  isInvited: boolean;
  answer: 'yes' | 'maybe' | 'no' | null;
}

export async function calendarLines(
  app: App,
  person: SignedIn,
  { privacy }: { privacy: 'open' | 'private' },
  meetings: readonly {
    id: MeetingId;
    kind: 'review' | 'action';
    title: string;
    startsAt: Date;
    minutes: number;
    callLink: string;
  }[],
): Promise<Map<MeetingId, CalendarLine>> {
  const answers = await listOwnAnswers(
    app.db,
    person.id,
    meetings.map(({ id }) => id),
  );
  return new Map(
    meetings.map(({ id, kind, title, startsAt, minutes, callLink }) => {
      const url = roomAddress(app, id);
      const copies = copyLinks({
        title: outsideTitle({ kind, title }, { hides: privacy !== 'open' }),
        startsAt,
        minutes,
        details: descriptionOf({ url, callLink }),
        location: callLink || url,
      });
      const isInvited = answers.has(id);
      return [
        id,
        { file: `/meetings/${id}/meeting.ics`, copies, isInvited, answer: answers.get(id) ?? null },
      ];
    }),
  );
}
