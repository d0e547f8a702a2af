import { expect } from 'vitest';
import { reach } from '../reach.ts';
import { json } from './company.ts';
import { type At, openTab, until } from './writers.ts';

/** A write-up Felicity may write, and the meeting she is about to lead. */
export async function findPlaces(
  origin: string,
  cookie: string,
): Promise<{ document: string; meeting: string }> {
  const { reviews } = (await reach(origin, '/api/v1/reviews', { cookie })).json() as {
    reviews: { id: string }[];
  };
  let document: string | null = null;
  let meeting: string | null = null;
  for (const { id } of reviews) {
    const name = `write-up:${id}:1`;
    if (!document && (await mayWrite({ origin, cookie, document: name }))) document = name;
    const { text } = await reach(origin, `/reviews/${id}/meeting`, { cookie });
    for (const [, found] of text.matchAll(/\/meetings\/([0-9a-f-]{36})/g)) {
      if (!meeting && found && (await isAboutToStart(origin, cookie, found))) meeting = found;
    }
  }
  if (!document || !meeting)
    throw new Error('the example reviews have nothing to write in, or no meeting to start');
  return { document, meeting };
}

async function mayWrite(at: At): Promise<boolean> {
  const tab = openTab(at);
  await until(() => tab.link.get().mode, 'let in');
  tab.close();
  return tab.link.get().mode === 'write';
}

async function isAboutToStart(origin: string, cookie: string, meeting: string): Promise<boolean> {
  const { state } = (await stateJson(origin, cookie, meeting)) as {
    state?: { phase?: string; kind?: string };
  };
  return state?.kind === 'review' && (state.phase === 'lobby' || state.phase === 'planned');
}

const stateJson = async (origin: string, cookie: string, meeting: string) => {
  const answer = await reach(origin, `/meetings/${meeting}/state.json`, { cookie });
  return (answer.status === 200 ? answer.json() : {}) as { state?: { rev: number } };
};

/** What everyone in the room sees, but for what the time of day changes. */
export const roomState = async (origin: string, cookie: string, meeting: string) =>
  (await stateJson(origin, cookie, meeting)).state;

export async function command(
  origin: string,
  cookie: string,
  meeting: string,
  body: Record<string, unknown>,
): Promise<void> {
  const rev = (await roomState(origin, cookie, meeting))?.rev ?? 0;
  const key = crypto.randomUUID();
  const answer = await reach(origin, `/meetings/${meeting}/commands`, {
    cookie,
    ...json({ ...body, expectedRev: rev, key }),
  });
  expect(answer.status, answer.text).toBe(200);
}
