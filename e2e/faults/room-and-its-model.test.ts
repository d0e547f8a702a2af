import fc from 'fast-check';
import { beforeAll, describe, test } from 'vitest';
import { company } from './company.ts';
import { meetings } from './model/presses.ts';
import { openTable, type Table } from './model/table.ts';

const LONG = Boolean(process.env.SOAK_LONG);
/** Seeds that once failed stay here, each with what it was. */
const SEEDS: readonly { seed: number; was: string }[] = [{ seed: 20261130, was: 'the first' }];
const [RUNS, LONGEST] = LONG ? [60, 100] : [4, 30];

const soak = company({ env: { LOG_LEVEL: 'error' } });
let table: Table;
beforeAll(async () => {
  table = await openTable(soak);
});

describe('the real door answers every press as the state machine alone says it must', () => {
  const seeds = LONG ? [...SEEDS, { seed: Date.now() % 1_000_000_007, was: 'today’s' }] : SEEDS;
  test.each(seeds)(
    '[M2] [M3] [M4] [M5] [M6] random presses of four people, seed $seed ($was)',
    async ({ seed }) => {
      await fc.assert(
        fc.asyncProperty(meetings(LONGEST), fc.constantFrom(true, true, true, false), table.play),
        { seed, numRuns: RUNS, ...(!LONG && { endOnFailure: true }), interruptAfterTimeLimit: 3_600_000 },
      );
      process.stdout.write(
        `seed ${seed}: ${[...table.counted].map(([status, n]) => `${n} × ${status}`).join(', ')}\n`,
      );
    },
    4_000_000,
  );
});
