import { countGuests, findMeetingByCode, insertGuest } from '#db/guests.ts';
import { lockMeeting } from '#db/meetings.ts';
import { findReview } from '#db/reviews.ts';
import { faceLettersOf } from '#domain/face-letters.ts';
import { asId, type MeetingId, type PersonId } from '#domain/ids.ts';
import { mayJoinAsGuest, readCode } from '#domain/meeting/guests.ts';
import { isRefused, type Refused, refuse } from '#domain/refused.ts';
import type { App } from '../app.ts';
import { SignInLimits } from '../people/sign-in-limits.ts';
import { signInNow } from '../people/sign-in-times.ts';
import { makeToken } from '../people/token.ts';
import type { Guest } from './guest.ts';
import { inTurn, mayJoinOn } from './join-limits.ts';

const NO_SUCH = 'This code opens no meeting just now. Look at it once more, or ask whoever facilitates.';
const HUES = 6;
/** One count for all codes: whoever guesses tries another each time. */
const CODES = 'codes';

const TOO_MANY = 'Many people came in from this network just now. Please wait a few minutes and try again.';

const limits = new WeakMap<App['db'], SignInLimits>();

/**
 * G1, G3: somebody without an account comes in by a code. Codes that fit nothing are counted for their address, and from the fifth
 * on each makes the next wait; a meeting that takes nobody just now says why, to who knows its code.
 * @param asked.inside the guest this browser is already: nobody is one twice in a meeting
 * @returns the words of the guest's cookie; null: they are inside with the one they have
 */
export async function joinByCode(
  app: App,
  asked: { code: string; name: string; address: string; inside?: Guest | null },
): Promise<{ meeting: MeetingId; words: string | null } | Refused> {
  const meeting = await inTurn(app, asked.address, () => meetingOf(app, asked));
  if (isRefused(meeting)) return meeting;
  if (asked.inside?.guestOf === meeting) return { meeting, words: null };
  if (!mayJoinOn(app, asked.address)) return refuse(TOO_MANY);
  const joined = await app.db.transaction().execute((tx) => join(tx, app, meeting, asked.name));
  return isRefused(joined) ? joined : { meeting, words: joined.words };
}

async function meetingOf(app: App, asked: { code: string; address: string }): Promise<MeetingId | Refused> {
  const guard = limitsOf(app);
  const wait = guard.waitMs(CODES, asked.address, signInNow(app).getTime());
  if (wait > 0)
    return refuse(`Several codes did not fit. Please wait ${Math.ceil(wait / 1_000)} s and try again.`);
  const code = readCode(asked.code);
  const meeting = code && (await findMeetingByCode(app.db, code));
  if (!meeting) {
    guard.failed(CODES, asked.address, signInNow(app).getTime());
    return refuse(NO_SUCH);
  }
  return meeting;
}

async function join(tx: App['db'], app: App, id: MeetingId, name: string) {
  const meeting = await lockMeeting(tx, id);
  const review = meeting && (await findReview(tx, meeting.reviewId));
  if (!meeting || !review || review.deleted_at !== null) return refuse(NO_SUCH);
  const now = app.clock.now();
  const may = mayJoinAsGuest(meeting, review.guests_may_join, await countGuests(tx, id), now);
  if (may !== true) return may;
  const token = makeToken(app.random);
  await insertGuest(tx, {
    id: asId<PersonId>(app.random.uuid()),
    name,
    faceLetters: faceLettersOf(name),
    faceHue: ((app.random.bytes(1)[0] ?? 0) % HUES) + 1,
    meeting: id,
    token: token.id,
    secretHash: token.secretHash,
    at: now,
  });
  return { words: token.words };
}

function limitsOf({ db }: App): SignInLimits {
  const existing = limits.get(db);
  if (existing) return existing;
  const fresh = new SignInLimits();
  limits.set(db, fresh);
  return fresh;
}
