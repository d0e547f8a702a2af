import { expect, test } from 'vitest';
import { nextStep, type PathFacts, reviewPath } from './review-path.ts';

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

test('a draft is published next, then a meeting planned, then nothing is asked', () => {
  const published = { ...draft, publishedAt: at('10T09:00') };
  expect(nextStep(draft)).toBe('publish');
  expect(nextStep(published)).toBe('plan a meeting');
  expect(nextStep({ ...published, meeting: { startsAt: at('20T09:00'), endedAt: null } })).toBeNull();
  expect(nextStep({ ...published, doneAt: at('20T09:00') })).toBeNull();
});

test('[S2] its end is shown rounded up, so that at the minute shown it is true', () => {
  const soak = { startedAt: at('18T12:00'), endsAt: at('20T12:00:31'), heldFor: null };
  expect(reviewPath({ ...draft, state: 'soaking', soak })[2]?.at).toEqual(at('20T12:01'));
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
