import { describe, expect, it } from 'vitest';
import { asId, type MeetingId } from '#domain/ids.ts';
import { isRefused } from '#domain/refused.ts';
import {
  holdSoak,
  isSoaking,
  mayReopenForSoak,
  mayStartActionMeeting,
  releaseSoak,
  startSoak,
} from './soak.ts';

const berlin = { zone: 'Europe/Berlin', weekend: [6, 7], holidays: [] };
const friday = new Date('2026-11-20T14:00:00Z');
const tuesday = new Date('2026-11-24T14:00:00Z');
const further = asId<MeetingId>('00000000-0000-4000-8000-000000000001');
const soak = startSoak(friday, berlin);
const justBefore = new Date(tuesday.getTime() - 1);

describe('a soak', () => {
  it('[S1] runs from the end of the meeting and takes its calendar along', () => {
    expect(soak).toMatchObject({
      startedAt: friday,
      endsAt: tuesday,
      calendar: berlin,
      workingDays: 2,
      heldFor: null,
    });
    expect(isSoaking(soak, justBefore)).toBe(true);
    expect(isSoaking(soak, tuesday)).toBe(false);
  });

  it('[S1] a further meeting planned meanwhile holds it, past its hour if need be', () => {
    const held = holdSoak(soak, further, new Date('2026-11-23T11:00:00Z'));
    expect(held.endsAt).toEqual(new Date('2026-11-25T11:00:00Z'));
    expect(isSoaking(held, new Date('2026-12-24T11:00:00Z'))).toBe(true);
  });

  it('[S1] cancelled, the meeting leaves it as it was', () => {
    expect(releaseSoak(holdSoak(soak, further, new Date('2026-11-23T11:00:00Z')))).toEqual(soak);
  });
});

describe('starting the action session', () => {
  it('[S5] is refused a millisecond before the end and allowed at the end', () => {
    expect(isRefused(mayStartActionMeeting(soak, justBefore))).toBe(true);
    expect(mayStartActionMeeting(soak, tuesday)).toBe(true);
  });

  it('[S5] the refusal says until when, in the zone the soak counts in', () => {
    expect(mayStartActionMeeting(soak, friday)).toEqual({
      refused:
        'The ideas are still soaking, until Tuesday 24 November, 15:00 (Europe/Berlin). The action session can start from then on; opening it earlier needs a reason, on the review’s Actions page.',
    });
  });

  it('[S5] is refused while the soak waits for a further meeting, and where nothing has soaked', () => {
    const held = holdSoak(soak, further, friday);
    expect(isRefused(mayStartActionMeeting(held, new Date('2027-01-01T00:00:00Z')))).toBe(true);
    expect(isRefused(mayStartActionMeeting(null, tuesday))).toBe(true);
  });
});

describe('reopening the review meeting', () => {
  it('[S7] is allowed until the action session has been started', () => {
    expect(mayReopenForSoak([])).toBe(true);
    expect(mayReopenForSoak([{ startedAt: null }])).toBe(true);
    expect(isRefused(mayReopenForSoak([{ startedAt: null }, { startedAt: tuesday }]))).toBe(true);
  });
});
