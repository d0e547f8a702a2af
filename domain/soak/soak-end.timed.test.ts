import { describe, expect, it } from 'vitest';
import { soakEnd } from './soak-end.ts';
import { DAY } from './wall-clock.ts';

describe('speed', () => {
  it('counts a thousand soaks in well under a second', () => {
    const calendar = { zone: 'Europe/Berlin', weekend: [6, 7], holidays: [] };
    const times = [1, 2, 3].map(() => {
      const began = performance.now();
      for (let day = 0; day < 1000; day += 1)
        soakEnd(new Date(Date.parse('2010-01-01T00:00:00Z') + day * DAY), calendar);
      return performance.now() - began;
    });
    expect(Math.min(...times)).toBeLessThan(1000);
  });
});
