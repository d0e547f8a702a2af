import { findGuest } from '#db/guests.ts';
import { findMeeting } from '#db/meetings.ts';
import { findReview } from '#db/reviews.ts';
import { isGuestGone } from '#domain/meeting/guests.ts';
import type { App } from '../app.ts';
import { isSecretOf, readToken } from '../people/token.ts';
import type { Guest } from './guest.ts';
import { readGuestCookie } from './guest-cookie.ts';

/**
 * The guest whose cookie this is. Null where there is none, it was taken away, its meeting can no longer be reopened (G1), or the
 * review is in the bin or takes no guests any more (P7).
 */
export async function identifyGuest(
  { db, clock, origin }: Pick<App, 'db' | 'clock' | 'origin'>,
  cookie: string | null | undefined,
): Promise<Guest | null> {
  const token = readToken(readGuestCookie(cookie, origin));
  const found = token && (await findGuest(db, token.id));
  if (!token || !found || !isSecretOf(token.secret, found.secretHash)) return null;
  const meeting = await findMeeting(db, found.meeting);
  const review = meeting && (await findReview(db, meeting.reviewId));
  if (!meeting || !review || review.deleted_at !== null) return null;
  if (isGuestGone(meeting, review.guests_may_join, clock.now())) return null;
  const { id, name, faceLetters, faceHue } = found;
  return { id, name, faceLetters, faceHue, guestOf: found.meeting };
}
