import { expect, it } from 'vitest';
import { askThread } from './ask-thread.server.ts';

const LOCATE = new URL('../rescue/locate-worker.server.ts', import.meta.url);
const NOTHING = { losses: [], open: [] };

it('a thread is handed one portion at a time, the next when it asks', async () => {
  let inHand = 0;
  let handed = 0;
  const feed = async () => {
    expect(++inHand).toBe(1);
    await Promise.resolve();
    inHand -= 1;
    return ++handed > 3 ? null : [];
  };
  expect(await askThread(LOCATE, NOTHING, { feed })).toEqual([]);
  expect(handed).toBe(4);
});

it('[D8] a thread that is cut off is gone, and says why', async () => {
  const ending = new AbortController();
  const feed = async () => {
    ending.abort(new Error('closing'));
    return new Promise(() => {});
  };
  await expect(askThread(LOCATE, NOTHING, { feed, signal: ending.signal })).rejects.toThrow('closing');
  await expect(askThread(LOCATE, NOTHING, { feed, signal: ending.signal })).rejects.toThrow('closing');
});

it('what a portion cannot be read for ends the thread', async () => {
  const feed = () => Promise.reject(new Error('the database is away'));
  await expect(askThread(LOCATE, NOTHING, { feed })).rejects.toThrow('the database is away');
});
