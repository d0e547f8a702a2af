import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block, FindingKind, WriteUp } from '#domain/write-up.ts';
import { FINDING_KINDS } from '#domain/write-up.ts';
import { checkPlan } from './check-plan.ts';
import { draftAgenda } from './draft-agenda.ts';
import { planWarnings } from './plan-warnings.ts';
import { MOST_STAGES, MOST_TARGETS } from './stage.ts';

const said = (words: string): Block[] => [
  { type: 'text', id: 'b', kind: 'paragraph', level: 1, indent: 0, content: [{ text: words }] },
];
const aWriteUp = (sections: number, moments: number, findings: readonly FindingKind[]): WriteUp => ({
  title: 'A database deleted on the wrong host',
  standfirst: '',
  sections: Array.from({ length: sections }, (_, at) => ({
    id: `s${at}`,
    title: `Part ${at}`,
    blocks: said('a story that is long enough to be told '.repeat(4)),
  })),
  findings: findings.map((kind, at) => ({
    id: `f${at}`,
    kind,
    title: `Finding ${at}`,
    blocks: [],
    reasonable: [],
    ended: [],
    systems: [],
    evidence: [],
    moments: [],
  })),
  moments: Array.from({ length: moments }, (_, at) => ({
    id: `m${at}`,
    kind: 'observation' as const,
    time: { certainty: 'exact' as const, start: new Date(at * 60_000).toISOString(), end: null },
    lane: '',
    blocks: said('The copy prints nothing.'),
    accounts: [],
    evidence: [],
    herring: null,
  })),
});
const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

describe('an agenda drafted from the write-up', () => {
  test('fills the meeting exactly, whatever the write-up holds', () =>
    fc.assert(
      fc.property(
        fc.nat(12),
        fc.nat(80),
        fc.array(fc.constantFrom(...FINDING_KINDS), { maxLength: 20 }),
        fc.integer({ min: 15, max: 240 }),
        (sections, moments, findings, minutes) => {
          const agenda = draftAgenda(aWriteUp(sections, moments, findings), minutes);
          expect(sum(agenda.map((stage) => stage.minutes))).toBe(minutes);
          expect(agenda.every((stage) => stage.minutes >= 1)).toBe(true);
          expect(agenda[0]?.kind).toBe('purpose');
          expect(agenda.at(-1)?.kind).toBe('close');
          expect(agenda.length).toBeLessThanOrEqual(MOST_STAGES);
        },
      ),
    ));
  test('walks forward through every moment, and asks who sees it differently', () => {
    const agenda = draftAgenda(aWriteUp(3, 20, FINDING_KINDS), 60);
    const walked = agenda.filter(({ kind }) => kind === 'walk').flatMap(({ targets }) => targets);
    expect(walked.map(({ id }) => id)).toEqual(Array.from({ length: 20 }, (_, at) => `m${at}`));
    expect(agenda.map(({ kind }) => kind)).toContain('different-views');
  });
  test('[M1] a walk in two parts holds no less than a third in either, and each gets minutes by what it holds', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 9, max: 40 }),
        fc.nat(40),
        fc.integer({ min: 45, max: 120 }),
        (moments, pause, minutes) => {
          const writeUp = aWriteUp(1, moments, []);
          for (const [at, moment] of writeUp.moments.entries())
            if (at >= pause && moment.time.certainty !== 'order-only')
              moment.time.start = new Date(at * 60_000 + 3_600_000).toISOString();
          const [first, second] = draftAgenda(writeUp, minutes).filter(({ kind }) => kind === 'walk');
          if (!first || !second) throw new Error('nine moments are walked in two parts');
          const [few, many] = [first, second].sort((a, b) => a.targets.length - b.targets.length) as [
            typeof first,
            typeof first,
          ];
          expect(few.targets.length).toBeGreaterThanOrEqual(Math.floor(moments / 3));
          // one more for a remainder of minutes
          expect(few.minutes).toBeLessThanOrEqual(many.minutes + 1);
          const ofOne = [few, many].map(({ minutes, targets }) => minutes / targets.length);
          expect(Math.max(...ofOne) / Math.min(...ofOne)).toBeLessThan(2);
        },
      ),
    ));
  test('a short meeting gives up findings and sections before the walk', () => {
    const kinds = draftAgenda(aWriteUp(3, 20, FINDING_KINDS), 15).map(({ kind }) => kind);
    expect(kinds).toContain('walk');
    expect(kinds).not.toContain('section');
  });
  test('[bad input 49] 5,000 moments are capped', () => {
    const agenda = draftAgenda(aWriteUp(0, 5_000, []), 60);
    expect(agenda.length).toBeLessThanOrEqual(MOST_STAGES);
    expect(agenda.every(({ targets }) => targets.length <= MOST_TARGETS)).toBe(true);
  });
  test('an empty write-up still gives a meeting', () => {
    expect(draftAgenda(aWriteUp(0, 0, []), 60).map(({ kind }) => kind)).toEqual([
      'purpose',
      'open-floor',
      'different-views',
      'open-questions',
      'close',
    ]);
  });
  test('an action session gets its five steps', () => {
    expect(draftAgenda(aWriteUp(0, 0, []), 45, 'action').map(({ minutes }) => minutes)).toEqual([
      8, 4, 5, 22, 6,
    ]);
  });
});

describe('a plan', () => {
  const now = new Date('2026-11-20T10:00:00Z');
  const stages = draftAgenda(aWriteUp(1, 3, []), 60);
  const plan = {
    startsAt: new Date('2026-11-24T10:00:00Z'),
    minutes: 60,
    facilitators: ['f'],
    invited: [],
    stages,
  };
  test('[bad input 49] 2,000 stages are refused with the number that fits', () => {
    const many = Array.from({ length: 2_000 }, () => stages[0]).filter((stage) => stage !== undefined);
    expect(checkPlan({ ...plan, stages: many }, now)).toMatchObject({ field: 'stages' });
  });
  test('[bad input 48] a time that has passed is refused; one that runs now is not', () => {
    expect(checkPlan({ ...plan, startsAt: new Date('2026-11-20T08:59:00Z') }, now)).toMatchObject({
      field: 'when',
    });
    expect(checkPlan({ ...plan, startsAt: new Date('2026-11-20T09:30:00Z') }, now)).toBe(true);
  });
  test('warns of a short pre-read, a long agenda, a stake, in sentences', () => {
    const warnings = planWarnings({
      kind: 'review',
      toldAt: now,
      startsAt: new Date('2026-11-21T09:00:00Z'),
      minutes: 30,
      stageMinutes: [20, 20],
      published: true,
      involved: [{ name: 'Priya', how: 'is on a closest team' }],
      fromOutside: 1,
      momentsLeftOut: 0,
    });
    expect(warnings).toHaveLength(3);
    expect(warnings[1]).toContain('40 minutes');
  });
  test('says that there is less than a day to read by when people were told, not by when a plan is looked at', () => {
    const facts = {
      kind: 'review' as const,
      startsAt: new Date('2026-11-21T09:00:00Z'),
      minutes: 30,
      stageMinutes: [30],
      published: true,
      involved: [],
      fromOutside: 1,
      momentsLeftOut: 0,
    };
    expect(planWarnings({ ...facts, toldAt: new Date('2026-11-02T09:00:00Z') })).toEqual([]);
    expect(planWarnings({ ...facts, toldAt: now })).toEqual([expect.stringContaining('less than a day')]);
  });
  test('[S4] says when it falls on a day off, with the name it has', () => {
    const facts = {
      kind: 'action' as const,
      toldAt: now,
      startsAt: new Date('2026-12-25T09:00:00Z'),
      minutes: 30,
      stageMinutes: [30],
      published: true,
      involved: [],
      fromOutside: 1,
      momentsLeftOut: 0,
    };
    expect(planWarnings({ ...facts, freeDay: null })).toEqual([]);
    expect(planWarnings({ ...facts, freeDay: { day: 'Fri 25 Dec 2026', name: 'Christmas Day' } })).toEqual([
      expect.stringContaining('Fri 25 Dec 2026 is a day off here (Christmas Day).'),
    ]);
    expect(planWarnings({ ...facts, freeDay: { day: 'Sun 27 Dec 2026', name: '' } })).toEqual([
      expect.stringContaining('Sun 27 Dec 2026 is a day off here.'),
    ]);
  });
  test('names what is in no stage, and how it is seen all the same', () => {
    const facts = {
      kind: 'review' as const,
      toldAt: now,
      startsAt: new Date('2026-11-28T09:00:00Z'),
      minutes: 30,
      stageMinutes: [30],
      published: true,
      involved: [],
      fromOutside: 1,
    };
    expect(planWarnings({ ...facts, momentsLeftOut: 1 })).toEqual([
      expect.stringMatching(/^One moment .* is in no stage. Tick it .* Look around/),
    ]);
    expect(planWarnings({ ...facts, momentsLeftOut: 7 })[0]).toContain('7 moments of the write-up are');
  });
  test('warns when nobody from outside comes; an action session is a smaller circle anyway', () => {
    const facts = {
      toldAt: now,
      startsAt: new Date('2026-11-28T09:00:00Z'),
      minutes: 30,
      stageMinutes: [30],
      published: true,
      involved: [],
      fromOutside: 0,
      momentsLeftOut: 0,
    };
    expect(planWarnings({ ...facts, kind: 'review' })).toEqual([
      expect.stringContaining('Nobody from outside'),
    ]);
    expect(planWarnings({ ...facts, kind: 'action' })).toEqual([]);
  });
});
