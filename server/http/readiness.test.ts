import { expect, test } from 'vitest';
import { whatIsMissing } from './readiness.ts';

const fine = { name: 'the database', reach: async () => 1 };
const gone = { name: 'the database', reach: () => Promise.reject(new Error('gone')) };
const silent = { name: 'Redis', reach: () => new Promise(() => {}) };

test('ready is ready, and what is missing is named', async () => {
  expect(await whatIsMissing([fine], 20)).toBeNull();
  expect(await whatIsMissing([fine, silent], 20)).toBe('Redis cannot be reached.');
  expect(await whatIsMissing([gone, silent], 20)).toBe('The database and Redis cannot be reached.');
  const full = { ...fine, ails: async () => 'can store nothing' };
  expect(await whatIsMissing([{ ...fine, ails: async () => null }], 20)).toBeNull();
  expect(await whatIsMissing([full], 20)).toBe('The database can store nothing.');
  expect(await whatIsMissing([full, silent], 20)).toBe(
    'Redis cannot be reached. The database can store nothing.',
  );
  // who cannot be reached is asked no more, and who does not say is not there
  expect(await whatIsMissing([{ ...full, reach: gone.reach }], 20)).toBe('The database cannot be reached.');
  expect(await whatIsMissing([{ ...fine, ails: silent.reach as () => Promise<string | null> }], 20)).toBe(
    'The database cannot be reached.',
  );
});
