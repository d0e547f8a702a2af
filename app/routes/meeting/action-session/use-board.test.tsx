// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { type RoomContext, RoomProvider } from '../room-context.ts';
import { useFetchedBoard } from './use-board.ts';

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const Ideas = () => <p>{useFetchedBoard()?.ideas.length ?? 'none yet'}</p>;

const session = { unsealed: true, openIdea: null, ideas: 2, decided: 0, groups: 0, outcome: null };

async function shown() {
  const body = document.body.appendChild(document.createElement('div'));
  const root = createRoot(body);
  onTestFinished(() => act(async () => root.unmount()));
  const at = (rev: number, part = {}) =>
    act(async () => {
      const room = { id: 'm', kind: 'action', rev, session: { ...session, ...part } };
      root.render(
        <RoomProvider value={{ room } as unknown as RoomContext}>
          <Ideas />
        </RoomProvider>,
      );
    });
  return { body, at, wait: (ms: number) => act(async () => vi.advanceTimersByTimeAsync(ms)) };
}

const answer = (ideas: number) => Response.json({ ideas: Array.from({ length: ideas }, () => ({})) });

test('[C8] a board that failed is asked for again, though nothing moves in the room', async () => {
  const ask = vi.fn<typeof fetch>();
  vi.stubGlobal('fetch', ask);
  ask.mockRejectedValueOnce(new Error('gone')).mockResolvedValueOnce(new Response('', { status: 503 }));
  ask.mockImplementation(async () => answer(2));
  const { body, at, wait } = await shown();
  await at(7);
  await wait(200);
  expect(body.textContent).toBe('none yet');
  await wait(5_000);
  expect(body.textContent).toBe('2');
  expect(ask).toHaveBeenCalledTimes(3);
  await wait(60_000);
  expect(ask).toHaveBeenCalledTimes(3);
});

test('[C8] it is asked for when the room counts otherwise, also where its rev stands still; an older answer never wins', async () => {
  let first: (late: Response) => void = () => {};
  const ask = vi.fn<typeof fetch>();
  vi.stubGlobal('fetch', ask);
  ask.mockImplementationOnce(() => new Promise((resolve) => (first = resolve)));
  ask.mockImplementation(async () => answer(3));
  const { body, at, wait } = await shown();
  await at(7);
  await wait(200);
  await at(7, { ideas: 3 });
  await wait(200);
  expect(body.textContent).toBe('3');
  first(answer(2));
  await wait(200);
  expect(body.textContent).toBe('3');
});
