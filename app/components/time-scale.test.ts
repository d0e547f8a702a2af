import { expect, it } from 'vitest';
import { timeScale } from './time-scale.ts';

const at = (time: string) => Date.parse(`2026-11-19T${time}:00Z`);

it('takes whole steps that people read easily, with both ends on a tick', () => {
  const scale = timeScale([at('23:02'), at('23:15'), at('23:27')], 'UTC');
  expect(scale?.ticks.map(({ words }) => words)).toEqual([
    '23:00',
    '23:05',
    '23:10',
    '23:15',
    '23:20',
    '23:25',
    '23:30',
  ]);
  expect(scale?.at(at('23:15'))).toBe(0.5);
});

it('makes room around a single instant', () => {
  expect(timeScale([at('10:00')], 'UTC')?.ticks).toHaveLength(2);
});

it('says nothing where no time is known', () => {
  expect(timeScale([], 'UTC')).toBeNull();
});
