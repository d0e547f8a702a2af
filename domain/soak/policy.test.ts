import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asId, type MeetingId, type PersonId } from '#domain/ids.ts';
import { isRefused } from '#domain/refused.ts';
import { mayOpenEarly, openEarly } from './early-opening.ts';
import { firstFreeHour } from './free-hour.ts';
import { checkPolicy, choicesOf, DEFAULT_POLICY, soakDaysOf, workingDaysWords } from './policy.ts';
import { holdSoak, isSoaking, mayOpenFrom, mayStartActionMeeting, startSoak } from './soak.ts';
import { HOUR, MINUTE, wallClockAt } from './wall-clock.ts';
import { isWorkingDay } from './working-days.ts';

const berlin = { zone: 'Europe/Berlin', weekend: [6, 7], holidays: ['2026-11-25'] };
const friday = new Date('2026-11-20T14:00:00Z');
const person = (at: number) => asId<PersonId>(`00000000-0000-4000-8000-00000000000${at}`);
const REASON = 'The certificate runs out tonight, for all customers';

describe('the policy', () => {
  it('[S3] two working days until a workspace says otherwise, one to five, and never none', () => {
    expect(checkPolicy(DEFAULT_POLICY)).toEqual(DEFAULT_POLICY);
    for (const days of [0, 6, 1.5, Number.NaN])
      expect(checkPolicy({ ...DEFAULT_POLICY, days })).toMatchObject({ field: 'days' });
    expect(checkPolicy({ ...DEFAULT_POLICY, least: 4, most: 3 })).toMatchObject({ field: 'range' });
    expect(checkPolicy({ ...DEFAULT_POLICY, days: 2, least: 3 })).toMatchObject({ field: 'days' });
    expect(checkPolicy({ ...DEFAULT_POLICY, workUntil: 599 })).toMatchObject({ field: 'work' });
  });

  it('[S3] a review chooses within it; what has been ruled out since counts as the nearest allowed', () => {
    const policy = { days: 2, least: 2, most: 4 };
    expect([null, 1, 2, 4, 5].map((choice) => soakDaysOf(policy, choice))).toEqual([2, 2, 2, 4, 4]);
    expect(choicesOf(policy)).toEqual([2, 3, 4]);
    expect([1, 2, 5].map(workingDaysWords)).toEqual([
      'one working day',
      'two working days',
      'five working days',
    ]);
  });

  it('[S3] a soak of three days counts three, over a holiday too', () => {
    expect(startSoak(friday, berlin, 3)).toMatchObject({
      workingDays: 3,
      endsAt: new Date('2026-11-26T14:00:00Z'),
    });
  });
});

describe('opening early', () => {
  const soak = startSoak(friday, berlin);
  const monday = new Date('2026-11-23T08:00:00Z');

  it('[S5] needs a reason of twenty characters, and then the session may start', () => {
    for (const reason of ['', '   urgent, really     ', '🚨'.repeat(19)])
      expect(isRefused(openEarly(soak, reason, monday))).toBe(true);
    const opened = openEarly(soak, REASON, monday);
    if (isRefused(opened)) throw new Error(opened.refused);
    expect(opened).toEqual({ ...soak, openedEarlyAt: monday });
    expect(isSoaking(opened, monday)).toBe(false);
    expect(mayStartActionMeeting(opened, monday)).toBe(true);
    expect(isRefused(mayStartActionMeeting(soak, monday))).toBe(true);
    expect([mayOpenFrom(soak), mayOpenFrom(opened)]).toEqual([soak.endsAt, monday]);
    // its meeting was opened again since: whoever plans a session waits for that one's end
    const held = holdSoak(opened, asId<MeetingId>('again'), monday);
    expect(mayOpenFrom(held)).toEqual(held.endsAt);
  });

  it('[S5] nothing to open, a meeting still to come, or a soak that is over say so', () => {
    const held = { ...soak, heldFor: asId<MeetingId>(person(9)) };
    for (const [what, now] of [
      [null, monday],
      [held, monday],
      [soak, soak.endsAt],
    ] as const)
      expect(isRefused(openEarly(what, REASON, now))).toBe(true);
    expect(isRefused(mayStartActionMeeting({ ...held, openedEarlyAt: monday }, monday))).toBe(true);
  });

  it('[S5] a facilitator of the review meeting does it; the analyst where there is none in use', () => {
    const [facilitator, gone, analyst] = [person(1), person(2), person(3)];
    const openers = { facilitators: [{ id: facilitator, active: true }], analysts: [analyst] };
    expect([facilitator, analyst].map((each) => mayOpenEarly(each, openers))).toEqual([true, false]);
    const left = { facilitators: [{ id: gone, active: false }], analysts: [analyst] };
    expect([gone, analyst].map((each) => mayOpenEarly(each, left))).toEqual([false, true]);
    expect(mayOpenEarly(analyst, { facilitators: [], analysts: [analyst] })).toBe(true);
  });
});

describe('the first free hour', () => {
  const hours = { from: 9 * HOUR, until: 17 * HOUR };
  const at = (from: string, minutes: number) => ({
    from: new Date(from),
    until: new Date(Date.parse(from) + minutes * MINUTE),
  });

  it('[S4] is in working hours, at or after the end, past what those invited are in', () => {
    const ends = new Date('2026-11-24T14:02:00Z');
    expect(firstFreeHour(ends, berlin, hours, [])).toEqual(new Date('2026-11-24T14:15:00Z'));
    // a holiday follows: Thursday morning
    expect(firstFreeHour(ends, berlin, hours, [at('2026-11-24T14:30:00Z', 60)])).toEqual(
      new Date('2026-11-26T08:00:00Z'),
    );
    expect(
      firstFreeHour(ends, berlin, hours, [at('2026-11-24T14:30:00Z', 60), at('2026-11-26T08:00:00Z', 50)]),
    ).toEqual(new Date('2026-11-26T09:00:00Z'));
  });

  it('[S4] somebody busy for months gets the first working hour all the same', () => {
    const always = [at('2026-11-01T00:00:00Z', 200 * 24 * 60)];
    expect(firstFreeHour(friday, berlin, hours, always)).toEqual(friday);
  });

  it('[S4] in any zone and with any meetings: never early, never on a free day, never in somebody’s meeting', () => {
    const zones = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe');
    const minutes = fc.integer({ min: -3_000, max: 12_000 });
    fc.assert(
      fc.property(
        zones,
        fc.integer({ min: 0, max: 400_000 }),
        fc.array(fc.tuple(minutes, fc.integer({ min: 5, max: 240 })), { maxLength: 6 }),
        (zone, start, meetings) => {
          const earliest = new Date(Date.parse('2026-03-01T00:00:00Z') + start * MINUTE);
          const busy = meetings.map(([offset, length]) =>
            at(new Date(earliest.getTime() + offset * MINUTE).toISOString(), length),
          );
          const calendar = { ...berlin, zone };
          const found = firstFreeHour(earliest, calendar, hours, busy);
          const wall = wallClockAt(found, zone);
          expect(found >= earliest && isWorkingDay(wall.day, calendar)).toBe(true);
          expect(wall.time >= hours.from && wall.time + HOUR <= hours.until).toBe(true);
          const until = new Date(found.getTime() + HOUR);
          expect(busy.some((other) => other.from < until && found < other.until)).toBe(false);
        },
      ),
      { numRuns: 150 },
    );
  });
});
