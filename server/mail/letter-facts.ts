import type { MeetingId } from '#domain/ids.ts';
import type { CalendarRole, LetterReason } from '#domain/invitations/letters.ts';
import type { MeetingKind } from '#domain/meeting/meeting.ts';

/** All a letter about a meeting says, as it lies in the outbox: what is sent does not change with what happens meanwhile. */
export interface LetterFacts {
  uid: string;
  method: 'REQUEST' | 'CANCEL';
  sequence: number;
  role: CalendarRole;
  why: LetterReason;
  meeting: MeetingId;
  kind: MeetingKind;
  /** As it may be said outside (N6). */
  title: string;
  startsAt: string;
  minutes: number;
  /** The zone it was planned in. */
  zone: string;
  callLink: string;
  /** Who facilitates, as a sentence names them. */
  leads: string;
  /** Where it stood before it moved. */
  was: string | null;
  /** Why it moved or was cancelled, where somebody said so. */
  because: string;
  /** What the links to answer by hold (P11); null where there is nothing to answer. */
  answer: string | null;
  /** What the link to "may I call on you?" holds; null where nobody is called on. Letters queued before it was there have none. */
  callOn?: string | null;
  stamp: string;
}
