import { expect, test } from 'vitest';
import { stanceWarning, stanceWords } from './stance.ts';

const none = { wasInvolved: false, onClosestTeam: false, leadsInvolved: false };

test('an analyst without a stake is named without a warning', () => {
  expect(stanceWarning('Amir', none)).toBeNull();
  expect(stanceWords(none)).toBe('was not involved');
});

test('every tie is named in the warning, in one sentence', () => {
  const all = { wasInvolved: true, onClosestTeam: true, leadsInvolved: true };
  expect(stanceWarning('Priya', all)).toMatch(
    /^Priya was involved, is on a closest team and leads people who were\. /,
  );
  expect(stanceWarning('Priya', { ...none, onClosestTeam: true })).toMatch(/^Priya is on a closest team\. /);
});
