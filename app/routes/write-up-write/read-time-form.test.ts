import { expect, test } from 'vitest';
import { readTimeForm } from './read-time-form.ts';

const read = (fields: Record<string, string>, zone = 'Europe/Berlin') => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return readTimeForm('exact', form, zone);
};

test('reads a time on the clock of the write-up’s zone', () => {
  expect(read({ day: '2026-07-01', time: '23:27:05' })).toEqual({
    certainty: 'exact',
    start: '2026-07-01T21:27:05.000Z',
    end: null,
  });
});

test('an end without a day is on the same one', () => {
  expect(read({ day: '2026-01-01', time: '09:00', endTime: '10:00' }, 'UTC')).toMatchObject({
    end: '2026-01-01T10:00:00.000Z',
  });
});

test.each<Record<string, string>>([
  { day: '', time: '10:00' },
  { day: '0000-01-01', time: '10:00' },
  { day: '9999-01-01', time: '10:00' },
  { day: '2026-02-31', time: '25:00' },
  { day: '2026-01-01', time: 'Infinity' },
  { day: '2026-01-02', time: '10:00', endDay: '2026-01-01', endTime: '10:00' },
])('[bad input 48] says what is missing in %j', (fields) => expect(read(fields)).toHaveProperty('refused'));

test('[bad input 48] a time in the spring gap is read with the offset before it', () => {
  expect(read({ day: '2026-03-29', time: '02:30' })).toMatchObject({ start: '2026-03-29T01:30:00.000Z' });
});
