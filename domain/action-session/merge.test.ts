import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefused } from '#domain/refused.ts';
import type { OpenedIdea } from './idea.ts';
import { asksToday, checkWorked, mayLookBack } from './looking-back.ts';
import { mergeIdeas, splitIdea, withMerged } from './merge.ts';
import { itemPath, namedItems } from './named-items.ts';

const idea = (id: string, mergedInto: string | null = null): OpenedIdea => ({
  id,
  words: `words of ${id}`,
  author: null,
  group: '',
  answers: null,
  decision: null,
  reason: '',
  mergedInto,
});

describe('ideas that are one', () => {
  it('[S9] one level deep, whatever is merged and split: each idea is shown exactly once, with its own words', () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const name = fc.constantFrom(...names);
    const steps = fc.array(fc.tuple(fc.boolean(), name, name), { maxLength: 30 });
    fc.assert(
      fc.property(steps, (all) => {
        let ideas = names.map((each) => idea(each));
        for (const [isMerge, one, other] of all) {
          const done = isMerge ? mergeIdeas(ideas, one, other) : splitIdea(ideas, one);
          if (isRefused(done)) continue;
          const change =
            done === true
              ? { moved: [one], under: null }
              : { moved: done.moved, under: done.under as string | null };
          ideas = ideas.map((each) =>
            change.moved.includes(each.id) ? { ...each, mergedInto: change.under } : each,
          );
        }
        const shown = withMerged(ideas).flatMap(({ merged, ...main }) => [main, ...merged]);
        expect(shown.map(({ id }) => id).sort()).toEqual(names);
        expect(shown.every(({ id, words }) => words === `words of ${id}`)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('[S9] what has been decided on is not put away under another', () => {
    const ideas = [{ ...idea('a'), decision: 'no' as const }, idea('b')];
    expect(isRefused(mergeIdeas(ideas, 'a', 'b'))).toBe(true);
    expect(mergeIdeas(ideas, 'b', 'a')).toEqual({ under: 'a', moved: ['b'] });
    expect(isRefused(mergeIdeas(ideas, 'a', 'a'))).toBe(true);
    expect(isRefused(mergeIdeas(ideas, 'a', 'z'))).toBe(true);
  });
});

describe('did it work?', () => {
  const item = { reviewOn: '2027-01-15', workedAt: null };
  it('[S8] is asked from its day on for a week, and not once it has been answered', () => {
    const days = ['2027-01-14', '2027-01-15', '2027-01-21', '2027-01-22'];
    expect(days.map((day) => asksToday(item, day))).toEqual([false, true, true, false]);
    expect(asksToday({ ...item, workedAt: new Date() }, '2027-01-15')).toBe(false);
    expect(asksToday({ reviewOn: null, workedAt: null }, '2027-01-15')).toBe(false);
    expect(mayLookBack(item, '2027-03-01')).toBe(true);
    expect(isRefused(mayLookBack(item, '2027-01-14'))).toBe(true);
    expect(isRefused(checkWorked('  '))).toBe(true);
  });
});

describe('an item named elsewhere', () => {
  const REVIEW = '00000000-0000-4000-8000-000000000001';
  const ITEM = '00000000-0000-4000-8000-000000000002';
  const finding = (kind: string, href: string) => ({
    id: `f-${kind}`,
    kind,
    blocks: [{ type: 'text', content: [{ text: 'x', marks: [{ type: 'link', href }] }] }],
    reasonable: [],
    ended: [],
    systems: [],
  });
  const named = (...findings: object[]) =>
    namedItems({ findings } as unknown as Parameters<typeof namedItems>[0]);

  it('[S12] by a link in a contributor or a mitigator, relative or whole, and in nothing else', () => {
    const path = itemPath(REVIEW, ITEM);
    expect(named(finding('contributor', path), finding('mitigator', `https://soak.test${path}`))).toEqual([
      { item: ITEM, finding: 'f-contributor', kind: 'contributor' },
      { item: ITEM, finding: 'f-mitigator', kind: 'mitigator' },
    ]);
    expect(
      named(finding('open-question', path), finding('contributor', `/reviews/${REVIEW}/actions`)),
    ).toEqual([]);
  });
});
