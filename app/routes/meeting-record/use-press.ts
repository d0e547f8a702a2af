import { useState } from 'react';
import { useRevalidator } from 'react-router';
import type { Command } from '#domain/meeting/command.ts';

/** Sends one of a meeting's personal commands from a page that is not the room, then reads the page anew. */
export function usePress(meeting: string) {
  const [refused, setRefused] = useState<string | null>(null);
  const { revalidate } = useRevalidator();
  const press = async (command: Command): Promise<boolean> => {
    const sentence = await send(meeting, command);
    setRefused(sentence);
    if (sentence === null) await revalidate();
    return sentence === null;
  };
  return { press, refused };
}

async function send(meeting: string, command: Command): Promise<string | null> {
  try {
    const answer = await fetch(`/meetings/${meeting}/commands`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      // Personal commands never conflict, so any `rev` will do (M4).
      body: JSON.stringify({ ...command, expectedRev: 0, key: crypto.randomUUID() }),
    });
    if (answer.ok) return null;
    const body = (await answer.json().catch(() => null)) as { refused?: string } | null;
    return body?.refused ?? 'That did not work on our side. Try again in a moment.';
  } catch {
    return 'Not sent: the connection is gone. Try again once it is back.';
  }
}
