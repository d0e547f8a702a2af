import { describe, expect, test } from 'vitest';
import { nextDigestAt } from './digest.ts';

describe('a daily letter', () => {
  test('[N9] is due at the next 8:00 of the reader, over the days on which clocks change too', () => {
    const due = (told: string, zone: string) => nextDigestAt(new Date(told), zone).toISOString();
    expect(due('2026-11-24T06:59:00Z', 'Europe/Berlin')).toBe('2026-11-24T07:00:00.000Z');
    expect(due('2026-11-24T07:00:00Z', 'Europe/Berlin')).toBe('2026-11-25T07:00:00.000Z');
    expect(due('2026-03-28T20:00:00Z', 'Europe/Berlin')).toBe('2026-03-29T06:00:00.000Z');
    expect(due('2026-10-24T20:00:00Z', 'Europe/Berlin')).toBe('2026-10-25T07:00:00.000Z');
    expect(due('2026-11-24T23:00:00Z', 'Pacific/Auckland')).toBe('2026-11-25T19:00:00.000Z');
  });
});
