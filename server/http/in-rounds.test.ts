import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { inRounds } from './in-rounds.ts';

test('[bad input 39] of many requests at once a few begin in each round of the event loop, all in their order', async () => {
  const begun: string[] = [];
  const app = new Hono();
  app.use(inRounds(2));
  app.get('/:which', (c) => {
    begun.push(c.req.param('which'));
    return c.text('here');
  });
  const rounds: number[] = [];
  const answers = Array.from({ length: 7 }, (_, at) => app.request(`/${at}`));
  while (begun.length < 7) {
    await new Promise(setImmediate);
    rounds.push(begun.length);
  }
  // the first two begin at once
  expect(rounds).toEqual([4, 6, 7]);
  expect(begun).toEqual(['0', '1', '2', '3', '4', '5', '6']);
  expect((await Promise.all(answers)).map(({ status }) => status)).toEqual(Array(7).fill(200));
});
