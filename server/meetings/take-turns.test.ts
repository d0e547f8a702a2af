import { expect, test } from 'vitest';
import type { App } from '../app.ts';
import { takeTurn, type Work } from './take-turns.ts';

const app = {} as App;
const here = 'here';

/** Presses are letters; capitals stand alone. */
function recording(fails = '') {
  const seen: string[] = [];
  const work: Work<string, string> = {
    mayShare: (press) => press === press.toLowerCase(),
    alone: async (press) => {
      seen.push(press);
      if (press === fails) throw new Error(press);
      return `${press} alone`;
    },
    together: async (presses) => {
      seen.push(presses.join(''));
      if (presses.includes(fails)) throw new Error('together');
      return presses.map((press) => `${press} of ${presses.length}`);
    },
  };
  return { seen, press: (letters: string) => [...letters].map((one) => takeTurn(app, here, one, work)) };
}

test('[M4] presses that come together are worked on together, in their order, and those that stand alone between them', async () => {
  const { seen, press } = recording();
  expect(await Promise.all(press('abcDef'))).toEqual([
    'a of 3',
    'b of 3',
    'c of 3',
    'D alone',
    'e of 2',
    'f of 2',
  ]);
  expect(seen).toEqual(['abc', 'D', 'ef']);
});

test('[M4] what fails together is tried alone: only the one that cannot be stored hears of it', async () => {
  const { seen, press } = recording('b');
  const ended = await Promise.allSettled(press('abc'));
  expect(ended.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(seen).toEqual(['abc', 'a', 'b', 'c']);
  expect(await press('d')[0]).toBe('d alone');
});
