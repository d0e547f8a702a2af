import { expect, test } from 'vitest';
import { NextStep } from './next-step.tsx';
import type { ReviewPageFacts } from './review-page.tsx';
import { rendered } from './testing.tsx';

const may = { write: true, manage: true, plan: true, seal: false, history: true };
const line = (review: Partial<ReviewPageFacts>) =>
  rendered(<NextStep />, { at: '/reviews/r', review: { id: 'r', privacy: 'open', may, ...review } });

test('a draft says what comes before it is published, to those who may', () => {
  const draft = line({ next: 'publish' });
  expect(draft.words).toContain('A draft, so only those named can read it.');
  expect(draft.links).toEqual(['/reviews/r/write', '/reviews/r/people', '/reviews/r/about']);
  expect(line({ next: 'publish', may: { ...may, manage: false } }).words).toBe('');
});

test('published, it says who can read it and that a meeting may be planned', () => {
  const open = line({ next: 'plan a meeting' });
  expect(open.words).toContain('Everybody here can read it now.');
  expect(open.links).toEqual(['/reviews/r/meeting/plan']);
  expect(line({ next: 'plan a meeting', privacy: 'private' }).words).toContain('Everybody named');
  expect(line({ next: 'plan a meeting', may: { ...may, plan: false } }).words).toBe('');
});

test('once a meeting is planned nobody is pushed', () => {
  expect(line({ next: null }).words).toBe('');
});
