import { describe, expect, test } from 'vitest';
import type { Moment, MomentTime } from '#domain/write-up.ts';
import { layOut } from './lay-out.ts';
import { timeScale } from './time-scale.ts';

const WIDTH = 1000;
const clock = (time: string) => `2017-01-31T${time}:00Z`;
const at = (time: string, end: string | null = null): MomentTime => ({
  certainty: 'exact',
  start: clock(time),
  end: end && clock(end),
});

describe('time along the picture', () => {
  test('earlier stands left of later, and a long silence is named and drawn shorter than it was', () => {
    const instants = ['17:20', '22:55', '23:00', '23:10', '23:30'].map((time) => Date.parse(clock(time)));
    const scale = timeScale(instants, WIDTH);
    const xs = instants.map(scale.at);
    expect(xs).toEqual(xs.toSorted((one, other) => one - other));
    expect(scale.silences).toEqual([{ from: instants[0], to: instants[1] }]);
    expect((xs[1] ?? 0) - (xs[0] ?? 0)).toBeLessThan(WIDTH * 0.75);
  });

  test('[bad input 49] years apart still have few ticks', () => {
    const scale = timeScale([Date.parse('1970-01-01'), Date.parse('2100-01-01')], WIDTH);
    expect(scale.ticks.length).toBeLessThan(20);
  });

  test('one instant alone stands in the middle', () => {
    const only = Date.parse(clock('10:00'));
    expect(timeScale([only], WIDTH).at(only)).toBe(WIDTH / 2);
  });
});

describe('moments in lanes', () => {
  test('nothing overlaps in one row of a lane', () => {
    const crowd = Array.from({ length: 12 }, (_, minute) => moment(`m${minute}`, at(`23:${10 + minute}`)));
    const { marks } = draw([moment('first', at('20:00')), ...crowd]);
    for (const one of marks)
      for (const other of marks)
        if (one !== other && one.y === other.y) expect(Math.abs(one.x - other.x)).toBeGreaterThan(60);
  });

  test('words of a stretch that ends near the right edge stand left of it, none beyond the edge', () => {
    const { marks } = draw([
      moment('a', at('20:00')),
      moment('long', at('23:00', '23:50')),
      moment('z', at('23:55')),
    ]);
    const long = marks.find(({ id }) => id === 'long');
    expect(long?.endX).toBeGreaterThan(WIDTH - 100);
    expect(long?.labelLeft).toBe(true);
  });

  test('a moment of which only the order is known stands between its neighbours', () => {
    const { marks, orderKnown } = draw([
      moment('a', at('20:00')),
      moment('b', { certainty: 'order-only' }),
      moment('c', at('21:00')),
    ]);
    const x = (id: string) => marks.find((mark) => mark.id === id)?.x ?? Number.NaN;
    expect(x('b')).toBe((x('a') + x('c')) / 2);
    expect(orderKnown).toEqual([{ from: x('a'), to: x('c') }]);
  });

  test('of which only the order is known before the first and after the last time: each has a place of its own', () => {
    const unknown = { certainty: 'order-only' } as const;
    const { marks, orderKnown } = draw([
      moment('a', unknown),
      moment('b', unknown),
      moment('c', at('20:00')),
      moment('d', at('21:00')),
      moment('e', unknown),
    ]);
    const xs = ['a', 'b', 'c', 'd', 'e'].map((id) => marks.find((mark) => mark.id === id)?.x ?? Number.NaN);
    for (const [place, x] of xs.entries())
      if (place > 0) expect(x - (xs[place - 1] ?? 0)).toBeGreaterThanOrEqual(20);
    expect(Math.max(...xs)).toBeLessThan(WIDTH);
    expect(orderKnown).toEqual([
      { from: xs[0], to: xs[2] },
      { from: xs[3], to: xs[4] },
    ]);
  });

  test('where no time is known at all they stand along the whole width', () => {
    const unknown = { certainty: 'order-only' } as const;
    const { marks } = draw([moment('a', unknown), moment('b', unknown), moment('c', unknown)]);
    expect(marks.map(({ x }) => x)).toEqual([250, 500, 750]);
  });

  test('another time told by an account is a second mark', () => {
    const told = {
      ...moment('a', at('23:30')),
      accounts: [{ id: 'x', teller: 'the note', time: at('23:27'), blocks: [] }],
    };
    const { marks } = draw([moment('z', at('22:00')), told]);
    expect(marks.find((mark) => mark.id === 'a')?.otherXs).toHaveLength(1);
  });
});

const draw = (moments: Moment[]) => layOut(moments, () => 'Ten words or so', WIDTH);

const moment = (id: string, time: MomentTime): Moment => ({
  id,
  kind: 'observation',
  time,
  lane: 'Primary',
  blocks: [],
  accounts: [],
  evidence: [],
  herring: null,
});
