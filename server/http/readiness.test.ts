import { expect, test } from 'vitest';
import { whatIsMissing } from './readiness.ts';

const fine = { name: 'the database', reach: async () => 1 };
const gone = { name: 'the database', reach: () => Promise.reject(new Error('gone')) };
const silent = { name: 'Redis', reach: () => new Promise(() => {}) };

test('ready is ready, and what is missing is named', async () => {
  expect(await whatIsMissing([fine], 20)).toBeNull();
  expect(await whatIsMissing([fine, silent], 20)).toBe('Redis cannot be reached.');
  expect(await whatIsMissing([gone, silent], 20)).toBe('The database and Redis cannot be reached.');
});
