import { useCallback, useRef } from 'react';
import type { RoomProjection } from '#domain/meeting/projection.ts';
import type { RoomCommand, Sent } from './room-context.ts';

const SENTENCES: Record<number, string> = {
  401: 'Your sign-in has ended. Sign in again in another tab, then press once more.',
  403: 'This is for the facilitators of the meeting.',
  404: 'This room is no longer shared with you.',
  409: 'Someone else was quicker. You see where the group is now.',
  413: 'That is too long to send.',
  429: 'That was a lot at once. Wait a moment, then try again.',
  503: 'Not saved: the server cannot store anything just now. Try again in a moment.',
};
const NOT_SENT = 'Not sent: the connection is gone. Try again once it is back.';
const BROKEN = 'That did not work on our side. Try again in a moment.';

/**
 * Sends commands one by one to the meeting's door: each waits for the answer to the one before and goes out with the `rev` that
 * brought, so that quick presses of one's own never stand in each other's way.
 */
export function useCommands(
  meeting: string,
  rev: () => number,
  take: (state: RoomProjection) => void,
): (command: RoomCommand) => Promise<Sent> {
  const before = useRef<Promise<unknown>>(Promise.resolve());
  return useCallback(
    (command) => {
      const sent = before.current.then(() => sendOne(meeting, command, rev(), take));
      before.current = sent;
      return sent;
    },
    [meeting, rev, take],
  );
}

async function sendOne(
  meeting: string,
  command: RoomCommand,
  expectedRev: number,
  take: (state: RoomProjection) => void,
): Promise<Sent> {
  const key = crypto.randomUUID();
  const answer = await post(`/meetings/${meeting}/commands`, { ...command, expectedRev, key });
  if (answer === null) return { done: false, sentence: NOT_SENT };
  const body = (await answer.json().catch(() => null)) as { state?: RoomProjection; refused?: string } | null;
  if (body?.state) take(body.state);
  if (answer.ok) return { done: true };
  return { done: false, sentence: body?.refused ?? SENTENCES[answer.status] ?? BROKEN };
}

/** Longest wait for one answer: those pressed later wait behind it. */
const ANSWER_MS = 10_000;

/**
 * Null when no answer came, twice. An answer that was lost says nothing of whether the command acted: the second time the same key
 * goes out, so that it acts once (M4).
 */
export async function post(
  address: string,
  body: object,
  { answerMs = ANSWER_MS, keepalive = false }: { answerMs?: number; keepalive?: boolean } = {},
): Promise<Response | null> {
  for (let left = 2; left > 0; left -= 1) {
    try {
      return await fetch(address, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(answerMs),
        keepalive,
      });
    } catch {
      // once more
    }
  }
  return null;
}
