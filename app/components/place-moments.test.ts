import { expect, it } from 'vitest';
import type { Moment } from '#domain/write-up.ts';
import { placeMoments } from './place-moments.ts';
import { timeScale } from './time-scale.ts';

const at = (time: string) => `2026-11-19T${time}:00Z`;
const moment = (time: string | null) =>
  ({
    time: time === null ? { certainty: 'order-only' } : { certainty: 'exact', start: at(time), end: null },
  }) as Moment;

it('puts a moment whose order alone is known between its neighbours, and says so', () => {
  const walk = [moment('10:00'), moment(null), moment('10:10')];
  const placed = placeMoments(walk, timeScale([Date.parse(at('10:00')), Date.parse(at('10:10'))], 'UTC'));
  expect(placed.map(({ isTimed }) => isTimed)).toEqual([true, false, true]);
  expect(placed[1]?.at).toBeCloseTo(0.5);
});

it('spreads moments evenly where no time is known at all', () => {
  const placed = placeMoments([moment(null), moment(null), moment(null)], null);
  expect(placed.map((one) => one.at)).toEqual([0.25, 0.5, 0.75]);
});
