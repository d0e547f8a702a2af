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

it('speaks at one minute and at the end, and not in between', () => {
  expect(timerAnnouncement(61_000, 60_000)).toMatch(/One minute/);
  expect(timerAnnouncement(59_000, 58_000)).toBeNull();
  expect(timerAnnouncement(500, -500)).toMatch(/over/);
  expect(timerAnnouncement(-500, -1500)).toBeNull();
});
