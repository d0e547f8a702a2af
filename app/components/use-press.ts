import { useState } from 'react';
import { useRevalidator } from 'react-router';
import type { Command } from '#domain/meeting/command.ts';

/** Sends one of a meeting's commands from a page that is not the room, then reads the page anew. */
export function usePress(meeting: string) {
  const [refused, setRefused] = useState<string | null>(null);
  const { revalidate } = useRevalidator();
  /** @param rev what a steering command was pressed upon; personal ones never conflict, so any will do (M4) */
  const press = async (command: Command, rev = 0): Promise<boolean> => {
    const sentence = await pressed(command, rev);
    setRefused(sentence);
    return sentence === null;
  };
  /** The same, for who shows a refusal themselves: null, or the sentence. */
  const pressed = async (command: Command, rev = 0): Promise<string | null> => {
    const sentence = await send(meeting, command, rev);
    // somebody else may have been quicker: what they did is shown either way
    await revalidate();
    return sentence;
  };
  return { press, pressed, refused };
}

async function send(meeting: string, command: Command, rev: number): Promise<string | null> {
  try {
    const answer = await fetch(`/meetings/${meeting}/commands`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...command, expectedRev: rev, key: crypto.randomUUID() }),
    });
    if (answer.ok) return null;
    const body = (await answer.json().catch(() => null)) as { refused?: string } | null;
    return body?.refused ?? 'That did not work on our side. Try again in a moment.';
  } catch {
    return 'Not sent: the connection is gone. Try again once it is back.';
  }
}
