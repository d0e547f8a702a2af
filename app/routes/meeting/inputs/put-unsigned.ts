import type { InputName } from '#domain/meeting/command.ts';
import type { Sent } from '../room-context.ts';
import { post } from '../use-commands.ts';

const NOT_SENT = 'Not sent: the connection is gone. Your words are still here; try again once it is back.';
const BROKEN = 'That did not work on our side. Your words are still here; try again in a moment.';

/** U1: a plain fetch, apart from the room's other presses: nothing is loaded again after it, so that nothing else tells of it. */
export async function putUnsigned(
  meeting: string,
  command: { command: Exclude<InputName, 'write'> } & Record<string, unknown>,
): Promise<Sent> {
  const answer = await post(`/meetings/${meeting}/commands`, {
    ...command,
    expectedRev: 0,
    key: crypto.randomUUID(),
  });
  if (answer?.ok) return { done: true };
  const body = (await answer?.json().catch(() => null)) as { refused?: string } | null;
  return { done: false, sentence: body?.refused ?? (answer === null ? NOT_SENT : BROKEN) };
}
