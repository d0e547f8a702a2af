import { describe, expect, it } from 'vitest';
import { type ReviewFacts, reviewState } from './review-state.ts';

const noon = new Date('2026-11-19T12:00:00Z');
const later = new Date('2026-11-23T12:00:00Z');
const draft: ReviewFacts = { publishedAt: null, meetings: [], soak: null, doneAt: null, now: noon };
const ended = { kind: 'review', phase: 'ended' } as const;
const soaking = { endsAt: later, heldFor: null };

describe('where a review stands on its path', () => {
  it.each<[string, Partial<ReviewFacts>, string]>([
    ['a draft is being analysed', {}, 'analysing'],
    [
      'a draft with a meeting ahead is being calibrated',
      { meetings: [{ kind: 'review', phase: 'planned' }] },
      'calibrating',
    ],
    ['a published one waits for its meeting', { publishedAt: noon }, 'meeting'],
    ['people in the lobby are meeting', { meetings: [{ kind: 'review', phase: 'lobby' }] }, 'meeting'],
    ['[S1] it soaks once the meeting has ended', { meetings: [ended], soak: soaking }, 'soaking'],
    [
      '[S1] a held soak goes on past its hour',
      { meetings: [ended], soak: { endsAt: noon, heldFor: 'x' }, now: later },
      'soaking',
    ],
    ['a soak that is over leaves it to act', { meetings: [ended], soak: soaking, now: later }, 'acting'],
    [
      '[S7] a reopened meeting is a meeting',
      { meetings: [{ kind: 'review', phase: 'live' }], soak: soaking },
      'meeting',
    ],
    [
      'a cancelled action session starts nothing',
      { meetings: [ended, { kind: 'action', phase: 'cancelled' }], soak: soaking },
      'soaking',
    ],
    [
      'an action session that has started is acting',
      { meetings: [ended, { kind: 'action', phase: 'live' }], soak: soaking },
      'acting',
    ],
    [
      'an outcome is the end',
      { meetings: [ended, { kind: 'action', phase: 'ended' }], soak: soaking, doneAt: later },
      'done',
    ],
  ])('%s', (_title, facts, state) => {
    expect(reviewState({ ...draft, ...facts })).toBe(state);
  });
});
