import { describe, expect, it } from 'vitest';
import { startSoak } from './soak.ts';
import { soakStrip } from './strip.ts';
import { timeLeft } from './time-left.ts';

const berlin = { zone: 'Europe/Berlin', weekend: [6, 7], holidays: [] };
const thursday = new Date('2026-11-19T10:02:00Z');
const soak = startSoak(thursday, berlin);
const friday = new Date('2026-11-20T13:20:00Z');
const session = new Date('2026-11-24T13:00:00Z');

describe('the soak as a strip', () => {
  it('has one time scale from the first day to the session’s', () => {
    const strip = soakStrip(soak, session, friday, 'Europe/Berlin');
    expect(strip.days.map(({ day }) => day)).toEqual([
      '2026-11-19',
      '2026-11-20',
      '2026-11-21',
      '2026-11-22',
      '2026-11-23',
      '2026-11-24',
    ]);
    expect(strip.days[0]?.from).toBe(0);
    expect(strip.days.at(-1)?.to).toBe(1);
    expect(strip.soak.from).toBeCloseTo(11.033 / 24 / 6, 3);
    expect(strip.over.to).toBe(strip.now);
    expect(strip.session).toBeCloseTo((5 * 24 + 14) / 144, 5);
    expect(strip.free).toEqual([{ kind: 'weekend', from: 2 / 6, to: 4 / 6 }]);
  });

  it('leaves out a session far ahead, and fills to the end once it is over', () => {
    const strip = soakStrip(
      soak,
      new Date('2026-12-18T13:00:00Z'),
      new Date('2026-11-30T00:00:00Z'),
      'Europe/Berlin',
    );
    expect(strip).toMatchObject({ session: null, now: null });
    expect(strip.days).toHaveLength(5);
    expect(strip.over).toEqual(strip.soak);
  });

  it('[S2] ended on a Saturday, nothing counts until Monday at nine', () => {
    const saturday = startSoak(new Date('2026-11-21T10:00:00Z'), berlin);
    const [free] = soakStrip(saturday, null, friday, 'Europe/Berlin').free;
    expect(free?.to).toBeCloseTo((2 * 24 + 9) / (5 * 24), 5);
  });
});

describe('what is left', () => {
  it.each([
    [
      'rest of today and the last day’s first hours',
      friday,
      { restOfToday: true, wholeDays: [], lastDay: '2026-11-23', lastDayPart: 'first hours' },
    ],
    [
      'a free day counts for nothing',
      new Date('2026-11-21T12:00:00Z'),
      { restOfToday: false, wholeDays: [], lastDay: '2026-11-23' },
    ],
    [
      'whole days in between',
      thursday,
      { restOfToday: true, wholeDays: ['2026-11-20'], lastDay: '2026-11-23' },
    ],
    [
      'the last day itself',
      new Date('2026-11-23T08:00:00Z'),
      { restOfToday: false, wholeDays: [], lastDay: null },
    ],
  ])('[S2] %s', (_title, now, left) => {
    expect(timeLeft(soak, now)).toMatchObject(left);
  });

  it('nothing once it is over', () => expect(timeLeft(soak, session)).toBeNull());
});
