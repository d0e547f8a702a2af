import { expect, test } from 'vitest';
import { TooBusy, Turns } from '../turns.ts';
import { SignInLimits } from './sign-in-limits.ts';

const guess = (limits: SignInLimits, times: number, account = 'grace', address = '192.0.2.1') => {
  for (let each = 0; each < times; each++) limits.failed(account, address, 0);
};

test('[bad input 39] the wait doubles from the fifth failure on, up to a minute', () => {
  const limits = new SignInLimits();
  guess(limits, 4);
  expect(limits.waitMs('grace', '192.0.2.1', 0)).toBe(0);
  guess(limits, 1);
  expect(limits.waitMs('grace', '192.0.2.1', 0)).toBe(1_000);
  guess(limits, 1);
  expect(limits.waitMs('grace', '192.0.2.1', 500)).toBe(1_500);
  guess(limits, 50);
  expect(limits.waitMs('grace', '192.0.2.1', 0)).toBe(60_000);
});

test('[bad input 39] another account or another address does not wait', () => {
  const limits = new SignInLimits();
  guess(limits, 100);
  expect(limits.waitMs('grace', '192.0.2.2', 0)).toBe(0);
  expect(limits.waitMs('tomas', '192.0.2.1', 0)).toBe(0);
});

test('a right password and a quarter of an hour forget failures', () => {
  const limits = new SignInLimits();
  guess(limits, 10);
  expect(limits.waitMs('grace', '192.0.2.1', 16 * 60_000)).toBe(0);
  limits.succeeded('grace', '192.0.2.1');
  expect(limits.waitMs('grace', '192.0.2.1', 0)).toBe(0);
});

test('[bad input 51] a clock set back by an hour makes nobody wait for it', () => {
  const limits = new SignInLimits();
  for (let each = 0; each < 5; each++) limits.failed('grace', '192.0.2.1', 3_600_000);
  expect(limits.waitMs('grace', '192.0.2.1', 0)).toBe(1_000);
});

test('[bad input 39] a hundred thousand forged addresses do not fill the memory', () => {
  const limits = new SignInLimits();
  for (let forged = 0; forged < 100_000; forged++) limits.failed('grace', `10.0.${forged}`, 0);
  guess(limits, 6);
  expect(limits.waitMs('grace', '192.0.2.1', 0)).toBeGreaterThan(0);
});

test('[bad input 40] so many at once run, so many wait, the rest is told so', async () => {
  const turns = new Turns(2, 3);
  let running = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setImmediate(resolve));
    running--;
  };
  const answers = await Promise.allSettled(Array.from({ length: 8 }, () => turns.take(work)));
  expect(most).toBe(2);
  const refused = answers.filter((answer) => answer.status === 'rejected');
  expect(refused).toHaveLength(3);
  expect(refused[0]).toHaveProperty('reason', expect.any(TooBusy));
  await expect(turns.take(async () => 'free again')).resolves.toBe('free again');
});

test('work that throws gives its place on', async () => {
  const turns = new Turns(1, 5);
  const failing = turns.take(() => Promise.reject(new Error('broken')));
  const next = turns.take(async () => 'next');
  await expect(failing).rejects.toThrow('broken');
  await expect(next).resolves.toBe('next');
});
