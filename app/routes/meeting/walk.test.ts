import { expect, it } from 'vitest';
import type { Target } from '#domain/meeting/target.ts';
import type { Finding, Moment, WriteUp } from '#domain/write-up.ts';
import { momentNow, stepNow } from './walk.ts';

const target = (type: Target['type'], id: string): Target => ({ type, id, section: null });
const writeUp = {
  sections: [],
  findings: [{ id: 'f' } as Finding],
  moments: [{ id: 'a' } as Moment, { id: 'b' } as Moment],
} as unknown as WriteUp;
const targets = [target('moment', 'a'), target('moment', 'gone'), target('moment', 'b')];

it('[M16] steps over what has been removed from the write-up', () => {
  const step = stepNow({ targets, spotlight: target('moment', 'a') }, writeUp, null);
  expect(step).toMatchObject({ at: 0, of: 2, next: target('moment', 'b'), before: null });
});

it('keeps its place while the spotlight shows something else', () => {
  const elsewhere = { targets, spotlight: target('finding', 'f') };
  expect(momentNow(elsewhere, writeUp, target('moment', 'b'))?.id).toBe('b');
  expect(stepNow(elsewhere, writeUp, target('moment', 'b'))?.before).toEqual(target('moment', 'a'));
});

it('begins at the first', () => {
  expect(stepNow({ targets, spotlight: null }, writeUp, null)?.here.id).toBe('a');
  expect(stepNow({ targets: [], spotlight: null }, writeUp, null)).toBeNull();
});
