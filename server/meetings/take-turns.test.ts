import { expect, test, vi } from 'vitest';
import { DatabaseUnavailable } from '#db/engine/errors.ts';
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

test('[M4] where the database is there for nobody, all who came together hear of it at once', async () => {
  const { seen, press } = recording();
  const away = new DatabaseUnavailable('away');
  const work: Work<string, string> = {
    mayShare: () => true,
    alone: async (one) => {
      seen.push(one);
      return one;
    },
    together: async () => Promise.reject(away),
  };
  const mine = {} as App;
  const ended = await Promise.allSettled(['a', 'b', 'c'].map((one) => takeTurn(mine, here, one, work)));
  expect(ended.map((one) => (one.status === 'rejected' ? one.reason : one.value))).toEqual([
    away,
    away,
    away,
  ]);
  expect(seen).toEqual([]);
  expect(await press('d')[0]).toBe('d alone');
});

test('[P7] who has waited is asked for their right again, and who waited too long is told that it was not kept', async () => {
  vi.useFakeTimers({ toFake: ['performance', 'setTimeout'] });
  const done: string[] = [];
  const work: Work<string, string> = {
    mayShare: () => false,
    alone: async (one) => {
      done.push(one);
      await new Promise((resolve) => setTimeout(resolve, one === 'slow' ? 2_000 : 7_000));
      return one;
    },
    together: async (all) => [...all],
    again: async (one) =>
      one === 'no more' ? Promise.reject(new Error('not there')) : `${one}, asked again`,
  };
  const mine = {} as App;
  const asked = ['slow', 'no more', 'still may', 'too late'].map((one) => takeTurn(mine, here, one, work));
  const ended = Promise.allSettled(asked);
  await vi.advanceTimersByTimeAsync(10_000);
  expect((await ended).map((one) => (one.status === 'rejected' ? String(one.reason) : one.value))).toEqual([
    'slow',
    'Error: not there',
    'still may, asked again',
    expect.stringMatching(/not its turn in time/),
  ]);
  expect(done).toEqual(['slow', 'still may, asked again']);
  vi.useRealTimers();
});
