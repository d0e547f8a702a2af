import type { MeetingId, PersonId } from '#domain/ids.ts';
import type { SignedIn } from '../app.ts';

/** G1: somebody without an account, in one meeting. */
export interface Guest {
  id: PersonId;
  name: string;
  faceLetters: string;
  faceHue: number;
  guestOf: MeetingId;
}

/** Whoever may be in a room. What takes this must ask `requireMeeting`, which opens a guest nothing but their own meeting. */
export type InRoom = SignedIn | Guest;

export const isGuest = (person: InRoom): person is Guest => 'guestOf' in person;
