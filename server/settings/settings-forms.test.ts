import { expect, test } from 'vitest';
import type { z } from 'zod';
import { parseForm } from '../doors/parse-form.ts';
import { profileForm } from '../people/profile-form.ts';
import { freeDaysForm, invitationForm, personForm, teamForm } from './settings-forms.ts';

const post = (schema: z.ZodType, fields: [string, string][]) => {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return parseForm(schema, form);
};
const INVITATION: Record<string, string> = {
  name: 'Grace',
  email: 'Grace@Example.test',
  startedOn: '',
  role: 'member',
};
const invite = (change: Record<string, string>) =>
  post(invitationForm, Object.entries({ ...INVITATION, ...change }));

test('an invitation comes out clean', () => {
  expect(invite({})).toEqual({
    values: { name: 'Grace', email: 'grace@example.test', startedOn: null, role: 'member', teams: [] },
  });
});

test.each([
  ['a name of a megabyte', { name: 'x'.repeat(1_000_000) }],
  ['a name of spaces', { name: ' \t ' }],
  ['a name with NUL', { name: 'a\u0000b' }],
  ['an address that is none', { email: 'grace' }],
  ['an address with a header in it', { email: 'grace@example.test\r\nBcc: all@example.test' }],
  ['a role nobody has', { role: 'owner' }],
  ['a day in the year 0', { startedOn: '0000-01-01' }],
  ['a day that is none', { startedOn: 'Infinity' }],
  ['a field nobody asked for', { deactivated_at: '' }],
  ['a field named like a prototype', { constructor: 'x' }],
])('[bad input 46] [bad input 47] [bad input 48] %s is refused', (_, change) => {
  expect(invite(change as Record<string, string>)).toHaveProperty('problems');
});

test('[bad input 47] marks that turn the direction leave a name', () => {
  expect(invite({ name: 'Gra\u202ece' })).toHaveProperty('values.name', 'Grace');
});

test('[bad input 46] ten thousand fields are refused', () => {
  const many = Array.from({ length: 10_000 }, (_, at): [string, string] => [`field${at}`, 'x']);
  expect(post(invitationForm, many)).toHaveProperty('problems.form');
});

test('ids that are none are refused, as members and as successor', () => {
  expect(
    post(teamForm, [
      ['name', 'T'],
      ['members[]', '../x'],
    ]),
  ).toHaveProperty('problems');
  expect(
    post(personForm, [
      ['intent', 'deactivate'],
      ['successor', '1 or 1=1'],
    ]),
  ).toHaveProperty('problems');
  expect(
    post(personForm, [
      ['intent', 'deactivate'],
      ['successor', ''],
    ]),
  ).toHaveProperty('values.successor', null);
  expect(post(personForm, [['intent', 'erase']])).toHaveProperty('problems');
});

test('[S2] a working day is left, and holidays are real days', () => {
  const workspace = (weekend: string[], holidays: string) =>
    post(freeDaysForm, [
      ['intent', 'free-days'],
      ['holidays', holidays],
      ...weekend.map((day): [string, string] => ['weekend[]', day]),
    ]);
  expect(workspace(['6', '7'], '2026-12-25\r\n\r\n2026-12-26')).toHaveProperty('values.holidays', [
    { day: '2026-12-25', name: '' },
    { day: '2026-12-26', name: '' },
  ]);
  expect(workspace([], '')).toHaveProperty('values.weekend', []);
  expect(workspace(['1', '2', '3', '4', '5', '6', '7'], '')).toHaveProperty('problems.weekend');
  expect(workspace(['8'], '')).toHaveProperty('problems.weekend');
  expect(workspace([], '2026-02-30')).toHaveProperty('problems.holidays');
  expect(workspace([], 'x'.repeat(1_000_000))).toHaveProperty('problems.holidays');
});

test('a face has one or two letters as a reader counts them, and one of six colours', () => {
  const face = (faceLetters: string, faceHue = '3') =>
    post(
      profileForm,
      Object.entries({ intent: 'profile', name: 'Grace', zone: 'UTC', faceLetters, faceHue }),
    );
  expect(face('é👩‍🚒')).toHaveProperty('values.faceLetters', 'é👩‍🚒');
  expect(face('abc')).toHaveProperty('problems.faceLetters');
  expect(face('G', '7')).toHaveProperty('problems.faceHue');
});
