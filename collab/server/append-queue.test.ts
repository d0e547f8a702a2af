import { expect, it } from 'vitest';
import type { LoggedUpdate } from '#db/documents.ts';
import { createAppendQueue } from './append-queue.ts';

const edit = (word: string): LoggedUpdate => ({
  document: 'write-up:x:1',
  person: null,
  sitting: null,
  clientIds: [],
  at: new Date(0),
  epoch: 1,
  bytes: new TextEncoder().encode(word),
});
const word = ({ bytes }: LoggedUpdate) => new TextDecoder().decode(bytes);

it('[D1] what waits in one turn of the event loop is one INSERT', async () => {
  const inserts: string[][] = [];
  const queue = createAppendQueue(
    async (updates) => {
      inserts.push(updates.map(word));
      return updates.map((_update, index) => index + 1);
    },
    1000,
    () => {},
  );
  const seqs = await Promise.all(['a', 'b', 'c'].map((one) => queue.append(edit(one))));
  expect(seqs).toEqual([1, 2, 3]);
  expect(inserts).toEqual([['a', 'b', 'c']]);
});

it('[D1] of a batch that fails, only the row that cannot be stored fails', async () => {
  let seq = 0;
  const queue = createAppendQueue(
    async (updates) => {
      if (updates.some((update) => word(update) === 'bad')) throw new Error('refused by the database');
      return updates.map(() => ++seq);
    },
    1000,
    () => {},
  );
  const results = await Promise.allSettled(['good', 'bad', 'fine'].map((one) => queue.append(edit(one))));
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(results[1]).toMatchObject({ reason: { reason: { name: 'cannot-save' } } });
});

it('[D1] an append that takes too long fails, and those after it are not held up', async () => {
  let isHanging = true;
  const ended: string[] = [];
  const queue = createAppendQueue(
    (updates) => (isHanging ? new Promise(() => {}) : Promise.resolve(updates.map(() => 7))),
    40,
    (document) => ended.push(document),
  );
  const first = queue.append(edit('hangs'));
  expect(queue.isAppending('write-up:x:1')).toBe(true);
  await expect(first).rejects.toMatchObject({ reason: { name: 'cannot-save' } });
  expect(queue.isAppending('write-up:x:1')).toBe(false);
  isHanging = false;
  expect(await queue.append(edit('next'))).toBe(7);
  expect(ended).toHaveLength(2);
  await queue.drain(10);
});
