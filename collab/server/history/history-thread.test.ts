import { afterEach, expect, it, vi } from 'vitest';
import { createHistoryThread } from './history-thread.server.ts';

afterEach(() => void vi.useRealTimers());

const NOTHING = { ask: 'show', sources: { chapters: [], rows: [] } } as const;

it('a version has its time from when its turn has come, however long others took', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const thread = createHistoryThread(1000);
  let read = () => {};
  const isRead = new Promise<void>((resolve) => {
    read = resolve;
  });
  const first = thread.ask(async () => {
    await isRead;
    return NOTHING;
  });
  const second = thread.ask(async () => NOTHING);
  await vi.advanceTimersByTimeAsync(60_000);
  read();
  expect(await first).toMatchObject({ sections: [] });
  expect(await second).toMatchObject({ sections: [] });
  await thread.close();
});

it('closing ends the one under way, and what still waits reads nothing', async () => {
  const thread = createHistoryThread(1000);
  let reads = 0;
  const asked = Array.from({ length: 3 }, () =>
    thread.ask(async () => {
      reads += 1;
      return NOTHING;
    }),
  );
  const ends = Promise.allSettled(asked);
  await thread.close();
  expect((await ends).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(reads).toBeLessThan(2);
});
