import { expect, it } from 'vitest';
import { timerAnnouncement, timerFace } from './timer-words.ts';

it('[M9] counts down, then counts overtime, in the same figures', () => {
  expect(timerFace(348_000, false, 12)).toMatchObject({ figures: '5:48', words: 'of 12 left', over: false });
  expect(timerFace(-70_400, false, 12)).toMatchObject({
    figures: '1:10',
    words: 'over. More time?',
    over: true,
  });
  expect(timerFace(0, false, 12).figures).toBe('0:00');
});

it('[M9] says that it is paused', () => {
  expect(timerFace(348_000, true, 12)).toMatchObject({ figures: '5:48', words: 'paused' });
});

const said = (beforeMs: number, nowMs: number, [before, now] = ['a', 'a']) =>
  timerAnnouncement({ stage: before ?? '', leftMs: beforeMs }, { stage: now ?? '', leftMs: nowMs });

it('[M9] speaks at one minute and at the end, and not in between', () => {
  expect(said(61_000, 60_000)).toMatch(/One minute left/);
  expect(said(59_000, 58_000)).toBeNull();
  expect(said(500, -500)).toMatch(/over/);
  expect(said(-500, -1500)).toBeNull();
});

it('[M9] says what lay between two looks, however far apart, and nothing of another stage', () => {
  // a phone that slept, or a beat that was late
  expect(said(90_000, 20_000)).toMatch(/One minute left/);
  expect(said(90_000, -5_000)).toMatch(/over/);
  expect(timerAnnouncement(null, { stage: 'a', leftMs: 20_000 })).toBeNull();
  expect(said(90_000, 20_000, ['a', 'b'])).toBeNull();
  expect(said(20_000, 300_000, ['a', 'b'])).toBeNull();
});

it('[M9] says that time was given, how much, and what is left then', () => {
  expect(said(130_000, 189_500)).toBe('One minute more for this stage: 3 minutes left.');
  expect(said(-30_000, 149_500)).toBe('3 minutes more for this stage: 2 minutes left.');
  expect(said(-150_000, -90_500)).toBe('One minute more for this stage: one minute over time.');
  // a clock set right by a second or two
  expect(said(100_000, 102_000)).toBeNull();
});
