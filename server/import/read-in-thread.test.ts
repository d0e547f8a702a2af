import { expect, it } from 'vitest';
import { isRefused } from '#domain/refused.ts';
import { readInThread } from './read-in-thread.server.ts';

it('more readings than may wait are refused in a sentence', async () => {
  const reading = { kind: 'pasted-chat', text: 'ada [8:27 AM]\nhello' } as const;
  const answers = await Promise.all(Array.from({ length: 10 }, () => readInThread(reading)));
  expect(answers.filter(isRefused).map(({ refused }) => refused)).toEqual(
    Array(2).fill(expect.stringContaining('Several imports')),
  );
});
