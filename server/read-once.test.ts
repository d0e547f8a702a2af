import { expect, test, vi } from 'vitest';
import { findOnce, readOnce } from './read-once.ts';

test('what is asked for while it is being read is read once more for all of them, and nobody gets what was read before', async () => {
  const source = {};
  let times = 0;
  const read = async () => {
    times += 1;
    const now = times;
    await Promise.resolve();
    return now;
  };
  const asked = [1, 2, 3].map(() => readOnce(source, 'room', read));
  expect(await Promise.all(asked)).toEqual([1, 2, 2]);
  expect(await readOnce(source, 'room', read)).toBe(3);
  expect(await readOnce({}, 'room', read)).toBe(4);
});

test('a reading that fails fails for those who waited for it, and the next one is a new one', async () => {
  const source = {};
  let times = 0;
  const read = async () => {
    times += 1;
    if (times === 2) throw new Error('away');
    return times;
  };
  const asked = [1, 2, 3].map(() => readOnce(source, 'room', read));
  const ended = await Promise.allSettled(asked);
  expect(ended.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
  expect(await readOnce(source, 'room', read)).toBe(3);
});

test('rows asked for by their ids meanwhile are read together; what is not there is null', async () => {
  const source = {};
  const asked: string[][] = [];
  const read = async (ids: readonly string[]) => {
    asked.push([...ids]);
    return new Map(ids.filter((id) => id !== 'none').map((id) => [id, id.toUpperCase()]));
  };
  const found = ['a', 'b', 'none', 'b'].map((id) => findOnce(source, 'letters', id, read));
  expect(await Promise.all(found)).toEqual(['A', 'B', null, 'B']);
  expect(asked).toEqual([['a'], ['b', 'none']]);
  const failing = async () => Promise.reject(new Error('away'));
  const failed = ['a', 'b'].map((id) => findOnce(source, 'others', id, failing));
  expect((await Promise.allSettled(failed)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await findOnce(source, 'others', 'a', read)).toBe('A');
});

test('a reading that hangs keeps nobody else: the next begins beside it', async () => {
  vi.useFakeTimers();
  const source = {};
  let begun = 0;
  const read = () => {
    begun += 1;
    return begun === 1 ? new Promise<number>(() => {}) : Promise.resolve(begun);
  };
  void readOnce(source, 'room', read);
  const second = readOnce(source, 'room', read);
  const rows = async (ids: readonly string[]) =>
    ids.includes('a') ? new Promise<Map<string, string>>(() => {}) : new Map(ids.map((id) => [id, id]));
  void findOnce(source, 'letters', 'a', rows);
  const b = findOnce(source, 'letters', 'b', rows);
  await vi.advanceTimersByTimeAsync(300);
  expect(await second).toBe(2);
  expect(await b).toBe('b');
  vi.useRealTimers();
});
