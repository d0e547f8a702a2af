import { expect, test } from 'vitest';
import { asId, type PersonId } from '#domain/ids.ts';
import { leadChanges } from './lead-changes.ts';
import { surveyCloses, tallySurvey } from './survey.ts';

const [ana, ben] = ['ana', 'ben'].map((name) => asId<PersonId>(name)) as [PersonId, PersonId];
const names = new Map([
  [ana, 'Ana'],
  [ben, 'Ben'],
]);
const at = new Date('2026-11-18T09:15:00Z');

test('[M17] the record says who took over, handed over and handed back; naming others beside who leads is none of these', () => {
  const changes = leadChanges(
    [
      { at, actor: ana, command: 'roles', about: { leads: ana, number: 2 } },
      { at, actor: ben, command: 'take-over', about: { leads: ben, before: ana } },
      { at, actor: ben, command: 'hand-back', about: { leads: ana } },
      { at: null, actor: ana, command: 'roles', about: { leads: ben, number: 2 } },
    ],
    names,
  );
  expect(changes.map(({ by, step, to }) => `${by} ${step} ${to}`)).toEqual([
    'Ben took over Ana',
    'Ben handed back Ana',
    'Ana handed over Ben',
  ]);
  expect(changes.at(-1)?.at).toBeNull();
});

test('[A6] a survey counts from five answers on, says no one or two, and nothing that is no answer', () => {
  expect(tallySurvey(['yes', 'yes', 'yes', 'no'])).toEqual([]);
  expect(tallySurvey(['yes', 'yes', 'yes', 'no', 'maybe'])).toEqual([]);
  expect(tallySurvey(['yes', 'yes', 'yes', 'no', 'no'])).toEqual([
    { choice: 'yes', count: 3 },
    { choice: 'partly', count: 0 },
    { choice: 'no', count: null },
  ]);
});

test('[U2] a survey is open for two days from the end', () => {
  expect(surveyCloses(at).toISOString()).toBe('2026-11-20T09:15:00.000Z');
});
