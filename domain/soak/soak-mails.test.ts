import { expect, test } from 'vitest';
import { asId, type MeetingId } from '../ids.ts';
import { startSoak } from './soak.ts';
import { dueSoakMails } from './soak-mails.ts';

const calendar = { zone: 'Europe/Berlin', weekend: [6, 7], holidays: [] };
const soak = startSoak(new Date('2026-11-20T14:00:00Z'), calendar);
const at = (instant: string, of = soak) => dueSoakMails(of, new Date(instant));

test('[S1] one mail is due when it starts and one in the morning of the day it ends, by the soak’s own clock', () => {
  expect(at('2026-11-20T13:59:59Z')).toEqual([]);
  expect(at('2026-11-20T14:00:01Z')).toEqual([{ what: 'started', day: '2026-11-20' }]);
  expect(at('2026-11-23T12:00:00Z')).toEqual([]);
  expect(at('2026-11-24T06:59:59Z')).toEqual([]);
  expect(at('2026-11-24T07:00:00Z')).toEqual([{ what: 'ends', day: '2026-11-24' }]);
  // a program that stood still for long does not tell what everybody has seen
  expect(at('2026-11-25T07:00:00Z')).toEqual([]);
});

test('[S1] while a further meeting holds it no end is told', () => {
  const held = { ...soak, heldFor: asId<MeetingId>('00000000-0000-4000-8000-000000000001') };
  expect(at('2026-11-24T07:00:00Z', held)).toEqual([]);
});

test('[S5] opened early, its end is told at once, and that it started is told no more', () => {
  const early = { ...soak, openedEarlyAt: new Date('2026-11-20T15:00:00Z') };
  expect(at('2026-11-20T15:00:01Z', early)).toEqual([{ what: 'ends', day: '2026-11-20' }]);
  expect(at('2026-11-24T07:00:00Z', early)).toEqual([]);
});
