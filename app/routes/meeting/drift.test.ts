import { expect, it } from 'vitest';
import { asId } from '#domain/ids.ts';
import type { RoomProjection, StageShown } from '#domain/meeting/projection.ts';
import { driftOf } from './drift.ts';

const START = Date.parse('2026-11-19T10:00:00Z');
const MINUTE = 60_000;
const stage = (id: string, minutes: number, state: StageShown['state'], spent = 0): StageShown => ({
  id: asId(id),
  kind: 'section',
  title: id,
  minutes,
  state,
  spentMs: spent * MINUTE,
});
/** A live meeting whose current stage was entered `since` minutes after the start. */
const room = (stages: StageShown[], since: number) =>
  ({
    phase: 'live',
    stages,
    current: { stage: stages.find(({ state }) => state === 'now')?.id, since: new Date(START + since * MINUTE).toISOString() },
  }) as unknown as RoomProjection;

it('[M9] adds up what stages took beyond their minutes, and proposes where to trim', () => {
  const late = room([stage('a', 10, 'left', 13), stage('b', 12, 'now'), stage('c', 5, 'ahead'), stage('d', 10, 'ahead')], 13);
  const drift = driftOf(late, START + 15 * MINUTE);
  expect(drift.minutes).toBe(3);
  expect(drift.trim).toMatchObject({ title: 'd', minutes: 3, left: 7 });
  expect(drift.ends).toBe(START + 40 * MINUTE);
});

it('[M9] the current stage is not late before its own time is over', () => {
  const inside = room([stage('a', 12, 'now'), stage('b', 5, 'ahead')], 0);
  expect(driftOf(inside, START + 11 * MINUTE).minutes).toBe(0);
  expect(driftOf(inside, START + 14 * MINUTE).minutes).toBe(2);
});

it('[M9] never proposes to take more than half of a stage', () => {
  const late = room([stage('a', 10, 'left', 30), stage('b', 2, 'now'), stage('c', 7, 'ahead')], 30);
  expect(driftOf(late, START + 30 * MINUTE).trim).toMatchObject({ minutes: 3, left: 4 });
});
