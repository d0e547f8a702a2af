import type { ColumnType, Generated } from 'kysely';
import type { MeetingId, PersonId, TeamId } from '#domain/ids.ts';
import type { CalendarRole, Told } from '#domain/invitations/letters.ts';

/** The tables of 0029 and 0039, as both engines return their rows. */
export interface CalendarSchema {
  calendar_entries: CalendarEntriesTable;
  invitations: InvitationsTable;
  mail_outbox: MailOutboxTable;
  answer_links: AnswerLinksTable;
  calendar_feeds: CalendarFeedsTable;
  /** Written by triggers alone (0039). */
  feed_changes: { number: Generated<number>; noted_at: Generated<Date> };
}

interface CalendarEntriesTable {
  meeting_id: MeetingId;
  uid: string;
  sequence: Generated<number>;
  seen_rev: number;
  title: string;
  starts_at: Date;
  minutes: number;
  call_link: string;
  is_cancelled: Generated<boolean>;
  changed_at: Date;
}
interface InvitationsTable {
  meeting_id: MeetingId;
  person_id: PersonId;
  sequence: number;
  standing: Told['standing'];
  role: CalendarRole;
  answer: 'yes' | 'maybe' | 'no' | null;
  /** As its words were said, by a link, on a page or by a calendar (0036). */
  answered_at: Generated<Date | null>;
  /** What they are still to be told (0037). */
  owed: Generated<unknown>;
}
interface MailOutboxTable {
  id: Generated<number>;
  line: string;
  meeting_id: MeetingId | null;
  person_id: PersonId;
  sequence: number;
  /** WORDS: without a calendar file (0032). */
  method: 'REQUEST' | 'CANCEL' | 'WORDS';
  facts: ColumnType<unknown, string | null, string | null>;
  state: 'waiting' | 'handed over' | 'given up';
  queued_at: Date;
  tries: Generated<number>;
  next_try_at: Date;
  said: Generated<string>;
  done_at: Date | null;
}
interface AnswerLinksTable {
  id: string;
  secret_hash: Uint8Array;
  purpose: 'come';
  meeting_id: MeetingId;
  person_id: PersonId;
  made_at: Date;
}
interface CalendarFeedsTable {
  id: string;
  secret_hash: Uint8Array;
  person_id: PersonId;
  kind: 'named' | 'open' | 'team';
  team_id: TeamId | null;
  hides_titles: Generated<boolean>;
  made_at: Date;
  last_read_at: Date | null;
}
