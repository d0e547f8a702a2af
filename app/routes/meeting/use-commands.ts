import { useCallback, useRef } from 'react';
import { type Answered, makes, NO_ANSWER, type Press, presses } from '#app/components/presses.ts';
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
const BROKEN = 'That did not work on our side. Try again in a moment.';

/** A command, or what it is to be in the room as the answers before have left it: for lists in which one entry is changed. */
export type Asked = RoomCommand | ((room: RoomProjection) => RoomCommand);

/**
 * Sends commands one by one to the meeting's door: each waits for the answer to the one before and goes out with the `rev` that
 * brought, so that quick presses of one's own never stand in each other's way.
 */
export function useCommands(
  meeting: string,
  room: () => RoomProjection,
  take: (state: RoomProjection) => void,
): (asked: Asked) => Promise<Sent> {
  const before = useRef<Promise<unknown>>(Promise.resolve());
  return useCallback(
    async (asked) => {
      const after = <Answer>(go: () => Promise<Answer>) => {
        const sent = before.current.then(go);
        before.current = sent;
        return sent;
      };
      const send = (command: RoomCommand, press: () => Press) => sendOne(meeting, command, press(), take);
      const rev = () => room().rev;
      const { sent } = await (typeof asked === 'function'
        ? after(() => {
            const command = asked(room());
            return presses.once(meeting, command, rev, (press) => send(command, press));
          })
        : presses.once(meeting, asked, rev, (press) => after(() => send(asked, press))));
      return sent;
    },
    [meeting, room, take],
  );
}

async function sendOne(
  meeting: string,
  command: RoomCommand,
  press: Press,
  take: (state: RoomProjection) => void,
): Promise<Answered & { sent: Sent }> {
  const answer = await post(`/meetings/${meeting}/commands`, { ...command, ...press });
  if (answer === null) {
    const sentence = makes(command.command) ? NO_ANSWER.making : NO_ANSWER.other;
    return { status: 0, sent: { done: false, sentence } };
  }
  const { status } = answer;
  const body = (await answer.json().catch(() => null)) as { state?: RoomProjection; refused?: string } | null;
  if (body?.state) take(body.state);
  if (answer.ok) return { status, sent: { done: true } };
  return { status, sent: { done: false, sentence: body?.refused ?? SENTENCES[status] ?? BROKEN } };
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
