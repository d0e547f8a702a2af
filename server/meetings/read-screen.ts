import { createHash } from 'node:crypto';
import { setTimeout as after } from 'node:timers/promises';
import { readScreenMark } from '#db/meeting-screens.ts';
import { findReview } from '#db/reviews.ts';
import { findUpload, type UploadRow } from '#db/uploads.ts';
import { isUuid } from '#domain/ids.ts';
import type { ScreenJoin } from '#domain/meeting/guests.ts';
import { picturesOn, projectScreen, type ScreenShown } from '#domain/meeting/screen.ts';
import type { App } from '../app.ts';
import { codeOf } from '../guests/code-of.ts';
import { qrOf } from '../guests/qr.ts';
import { readStoredWriteUp } from '../reviews/read-stored-write-up.ts';
import { type AskedScreen, findScreenBy } from './find-screen.ts';
import { chatOnStage } from './read-chat.ts';
import { requireRoom } from './require-room.ts';
import { showRoom } from './show-room.ts';

/** What a screen hears. `mark` changes with anything in `shown`. */
export interface ScreenAnswer {
  mark: string;
  /** The server's clock, so that the time left is everyone's. */
  now: string;
  momentZone: string;
  shown: ScreenShown;
  join: ScreenJoin;
}

/** What the screen with this token shows now; null where there is none for it. */
export async function readScreen(
  app: App,
  id: string | undefined,
  words: string | null,
): Promise<ScreenAnswer | null> {
  const asked = await findScreenBy(app, id, words);
  return asked === null ? null : answerFor(app, asked);
}

/** The same for a screen that was found by another right: its facilitator's. */
export async function answerFor(app: App, asked: AskedScreen): Promise<ScreenAnswer> {
  const { meeting, document, momentZone, screen } = asked;
  const room = await requireRoom(app, meeting, null);
  const now = app.clock.now();
  const everyone = await showRoom(app.db, room);
  const writeUp = await readStoredWriteUp(app, document);
  const targets = room.stages.find(({ id }) => id === everyone.current?.stage)?.targets ?? [];
  const chat = await chatOnStage(app, meeting.reviewId, writeUp, targets);
  const shown = projectScreen(everyone, room.stages, writeUp, screen.choices, now, chat);
  const join = await joinOf(app, meeting);
  const mark = createHash('sha256')
    .update(JSON.stringify([shown, join]))
    .digest('base64url')
    .slice(0, 16);
  return { mark, now: now.toISOString(), momentZone, shown, join };
}

/** Where guests type their code, while the meeting has one; else where those with an account sign in, which can be typed: the room's own address is a picture alone. */
async function joinOf(app: App, meeting: AskedScreen['meeting']): Promise<ScreenJoin> {
  const review = await findReview(app.db, meeting.reviewId);
  const code = review && (await codeOf(app, meeting, review));
  if (code) return { place: code.place, code: code.code, qr: code.qr };
  const place = app.origin.replace(/^https?:\/\//, '');
  return { place, code: null, qr: qrOf(`${app.origin}/meetings/${meeting.id}`) };
}

const LOOK_EVERY_MS = 200;
/** Words that change without a command, a lobby that opens by the clock and a lost right are seen so often. */
const READ_EVERY_MS = 1_500;
const HOLD_MS = 5_000;

/**
 * As soon as it differs from `mark`; `unchanged` after five seconds. One short question looks whether anything has moved; only
 * then the token is judged again and the room read. Rows are asked, not sockets: it is right on every node.
 */
export async function awaitScreen(
  app: App,
  id: string | undefined,
  words: string | null,
  mark: string,
  signal: AbortSignal,
): Promise<ScreenAnswer | 'unchanged' | null> {
  const until = Date.now() + HOLD_MS;
  let asked = await findScreenBy(app, id, words);
  let seen: string | null = null;
  let readAt = 0;
  while (asked !== null && !signal.aborted && Date.now() < until) {
    const rows = await readScreenMark(app.db, asked.meeting.id);
    if (rows !== seen || Date.now() - readAt > READ_EVERY_MS) {
      // after the mark: what moved in between is read with it, or seen at the next look
      asked = await findScreenBy(app, id, words);
      if (asked === null) return null;
      const answer = await answerFor(app, asked);
      if (answer.mark !== mark) return answer;
      [seen, readAt] = [rows, Date.now()];
    }
    await after(LOOK_EVERY_MS);
  }
  return asked === null ? null : 'unchanged';
}

/** A picture, only while it stands on this screen. */
export async function readScreenPicture(
  app: App,
  id: string | undefined,
  words: string | null,
  upload: string | undefined,
): Promise<UploadRow | null> {
  const asked = await findScreenBy(app, id, words);
  if (asked === null || !isUuid(upload)) return null;
  const { shown } = await answerFor(app, asked);
  if (!picturesOn(shown).includes(upload)) return null;
  const row = await findUpload(app.db, upload);
  return row?.review_id === asked.meeting.reviewId ? row : null;
}
