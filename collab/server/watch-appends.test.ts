import { expect, it } from 'vitest';
import { SqlError } from '#db/engine/errors.ts';
import { watchAppends } from './watch-appends.ts';

it('[D2] a log that could not be written to is known of until it can be, or nobody tries any more', async () => {
  let code: string | null = null;
  let time = 0;
  const insert = async () => {
    if (code) throw new SqlError({ message: 'no', code });
    return [1];
  };
  const appends = watchAppends(insert, () => time);
  const tries = () => appends.insert([]).catch(() => null);
  expect(appends.isFailing()).toBe(false);
  // a document that is gone is no matter of the disk
  code = '23503';
  await tries();
  expect(appends.isFailing()).toBe(false);
  for (const full of ['53100', '25006']) {
    code = full;
    await tries();
    expect(appends.isFailing()).toBe(true);
    code = null;
    await tries();
    expect(appends.isFailing()).toBe(false);
  }
  code = '53100';
  await tries();
  time += 60_000;
  expect(appends.isFailing()).toBe(false);
});
