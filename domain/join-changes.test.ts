import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSame, joinChanges } from './join-changes.ts';

const loaded = { title: 'A', day: 'Fri', invited: ['ann', 'ben'] };

test('[P15] what this hand left as it was loaded stays as another has stored it meanwhile', () => {
  const stored = { title: 'A', day: 'Sun', invited: ['ann', 'ben', 'grace'] };
  const typed = { title: 'Better', day: 'Fri', invited: ['ann', 'ben'] };
  expect(joinChanges(loaded, stored, typed)).toEqual({
    joined: { title: 'Better', day: 'Sun', invited: ['ann', 'ben', 'grace'] },
    both: [],
  });
});

test('[P15] of a list, what each hand put in and took out counts', () => {
  const stored = { ...loaded, invited: ['ben', 'grace'] };
  const typed = { ...loaded, invited: ['ann', 'otto'] };
  expect(joinChanges(loaded, stored, typed).joined.invited).toEqual(['grace', 'otto']);
});

test('[P15] changed by both, differently, it is asked about with this hand’s in place; the same change is none', () => {
  const stored = { ...loaded, title: 'B', day: 'Sun' };
  const typed = { ...loaded, title: 'C', day: 'Sun' };
  expect(joinChanges(loaded, stored, typed)).toEqual({ joined: typed, both: ['title'] });
});

test('[P15] a form that does not say how it was loaded is asked about whatever differs', () => {
  const typed = { ...loaded, title: 'C', invited: ['ann'] };
  expect(joinChanges({}, loaded, typed)).toEqual({ joined: typed, both: ['title', 'invited'] });
});

test('[P15] nobody else at it: what is typed is what is stored; this hand idle: what is stored stays', () => {
  const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'));
  const form = fc.record({ title: fc.string(), invited: ids, at: fc.record({ day: fc.string() }) });
  fc.assert(
    fc.property(form, form, (one, other) => {
      expect(isSame(joinChanges(one, one, other), { joined: other, both: [] })).toBe(true);
      expect(isSame(joinChanges(one, other, one), { joined: other, both: [] })).toBe(true);
    }),
  );
});
