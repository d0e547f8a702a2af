import { useState } from 'react';
import { useRevalidator } from 'react-router';
import type { AroundCommand } from '#domain/meeting/around/command.ts';
import type { Command } from '#domain/meeting/command.ts';
import { makes, NO_ANSWER, presses } from './presses.ts';

/** How a command ended, as the one who pressed sees it. */
export type Sent = { done: true } | { done: false; sentence: string };

/** Sends one of a meeting's commands from a page that is not the room, then reads the page anew. */
export function usePress(meeting: string) {
  const [refused, setRefused] = useState<string | null>(null);
  const { revalidate } = useRevalidator();
  /** @param rev what a steering command was pressed upon; personal ones never conflict, so any will do (M4) */
  const press = async (command: Command | AroundCommand, rev = 0): Promise<boolean> => {
    const sentence = await ask(command, rev);
    setRefused(sentence);
    return sentence === null;
  };
  /** The same, where the sentence is shown in its own place: null when it was done. */
  const ask = async (command: Command | AroundCommand, rev = 0): Promise<string | null> => {
    const sentence = await sendCommand(meeting, command, rev);
    // somebody else may have been quicker: what they did is shown either way
    await revalidate();
    return sentence;
  };
  /** The same, for words that wait in a form until they are kept. */
  const send = async (command: Command | AroundCommand): Promise<Sent> => {
    const sentence = await ask(command);
    return sentence === null ? { done: true } : { done: false, sentence };
  };
  return { press, ask, send, refused };
}

/** One command, apart from the room. Null when it was done, else the sentence that says why not. */
export async function sendCommand(
  meeting: string,
  command: Command | AroundCommand,
  rev = 0,
): Promise<string | null> {
  const { sentence } = await presses.once(
    meeting,
    command,
    () => rev,
    (press) => sendOnce(meeting, { ...command, ...press() }),
  );
  return sentence;
}

async function sendOnce(meeting: string, body: Command | AroundCommand) {
  try {
    const answer = await fetch(`/meetings/${meeting}/commands`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    const { status } = answer;
    if (answer.ok) return { status, sentence: null };
    const told = (await answer.json().catch(() => null)) as { refused?: string } | null;
    return { status, sentence: told?.refused ?? 'That did not work on our side. Try again in a moment.' };
  } catch {
    return { status: 0, sentence: makes(body.command) ? NO_ANSWER.making : NO_ANSWER.other };
  }
}
