import { expect, test } from 'vitest';
import { type PathFacts, reviewPath } from './review-path.ts';

const at = (text: string) => new Date(`2026-11-${text}Z`);
const draft: PathFacts = {
  state: 'analysing',
  startedAt: at('03T09:00'),
  publishedAt: null,
  meeting: null,
  soak: null,
  session: null,
  doneAt: null,
  now: at('19T12:00'),
};
const states = (facts: PathFacts) => reviewPath(facts).map((step) => step.state);

test('a draft stands at its first step and the rest lies ahead', () => {
  expect(states(draft)).toEqual(['now', 'ahead', 'ahead', 'ahead']);
});

test('[S1] a soaking review shows until when, and how far it has come', () => {
  const soak = { startedAt: at('18T12:00'), endsAt: at('20T12:00'), heldFor: null };
  const steps = reviewPath({ ...draft, state: 'soaking', soak });
  expect(steps[2]).toEqual({ name: 'Soak', state: 'now', at: at('20T12:00'), said: 'until', level: 0.5 });
});

test('[S1] a held soak says what it waits for and no day', () => {
  const soak = { startedAt: at('18T12:00'), endsAt: at('20T12:00'), heldFor: 'a meeting' };
  expect(reviewPath({ ...draft, state: 'soaking', soak })[2]).toMatchObject({
    at: null,
    said: 'waits for the meeting',
  });
});

test('a review that is done has no step under way', () => {
  expect(states({ ...draft, state: 'done', doneAt: at('19T10:00') })).toEqual([
    'done',
    'done',
    'done',
    'done',
  ]);
});
