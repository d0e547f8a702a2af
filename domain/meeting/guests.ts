import type { PersonId } from '#domain/ids.ts';
import { type Refused, refuse } from '#domain/refused.ts';
import { reopenUntil } from './may-command.ts';
import { type Meeting, phaseAt } from './meeting.ts';

/** No letter and no figure that is taken for another, on a wall or aloud. 32 of them: a byte's lower five bits choose one evenly. */
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
export const CODE_LENGTH = 8;
export const LONGEST_GUEST_NAME = 40;
export const MOST_GUESTS = 300;

/** G3: a new code. @param bytes as many by chance */
export const codeFrom = (bytes: Uint8Array): string =>
  Array.from(bytes.slice(0, CODE_LENGTH), (byte) => LETTERS[byte & 31]).join('');

/** What somebody typed or scanned, as codes are kept: spaces, hyphens and small letters do not matter. Null: it cannot be one. */
export function readCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s-]/g, '');
  return code.length === CODE_LENGTH && [...code].every((letter) => LETTERS.includes(letter)) ? code : null;
}

/** In two halves, as it is read aloud. */
export const codeShown = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`;

/** Whether a meeting has a code to show: from the plan on, while the review allows guests. */
export function mayHaveCode(meeting: Meeting, allowed: boolean): true | Refused {
  if (meeting.kind !== 'review')
    return refuse('Guests join review meetings. An action session is a smaller circle.');
  if (!allowed)
    return refuse('This review takes no guests. Its analysts can allow them under “About this review”.');
  if (meeting.phase === 'cancelled') return refuse('This meeting was cancelled.');
  if (meeting.phase === 'ended') return refuse('This meeting has ended.');
  return true;
}

/** G3: the code lets in while the lobby is open and while the meeting is live. */
export function mayJoinAsGuest(
  meeting: Meeting,
  allowed: boolean,
  guests: number,
  now: Date,
): true | Refused {
  const has = mayHaveCode(meeting, allowed);
  if (has !== true) return has;
  const phase = phaseAt(meeting, now);
  if (phase === 'planned')
    return refuse('The room is not open yet. It opens a quarter of an hour before the meeting.');
  if (phase === 'paused') return refuse('The meeting is having a break. Try again when it goes on.');
  if (guests >= MOST_GUESTS) return refuse('As many guests as fit are here already.');
  return true;
}

/** G1: a guest is gone when the meeting can no longer be reopened. */
export const isGuestGone = (meeting: Meeting, allowed: boolean, now: Date): boolean =>
  !allowed ||
  meeting.phase === 'cancelled' ||
  (meeting.phase === 'ended' && now > reopenUntil(meeting.endedAt));

/** A QR code as one path of unit squares, its quiet border included: the view box is `0 0 size size`. */
export interface Qr {
  size: number;
  path: string;
}

/** A way in for guests, as it is shown: to be read aloud, typed or scanned. */
export interface CodeShown {
  code: string;
  /** Where it is typed, without the scheme. */
  place: string;
  /** What the picture says. */
  link: string;
  qr: Qr;
}

/** What those who let guests in see. */
export interface GuestControl {
  /** Null: there is none. */
  code: CodeShown | null;
  /** Why there cannot be one now; null where there can. */
  refusal: string | null;
  guests: readonly { id: PersonId; name: string }[];
}

/** What a screen says of joining. Without a code `place` is where people with an account sign in, and the picture leads to the room itself. */
export type ScreenJoin = Pick<CodeShown, 'place' | 'qr'> & { code: string | null };
