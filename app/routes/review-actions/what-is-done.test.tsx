import type { ReactNode } from 'react';
import { expect, test } from 'vitest';
import { rendered } from '#app/components/testing.tsx';
import { Afterwards } from './afterwards.tsx';
import type { PageFacts } from './page-facts.ts';
import { Soaking } from './soaking.tsx';

const now = new Date('2026-11-24T12:00:00Z');
const soak = {
  startedAt: new Date('2026-11-20T10:00:00Z'),
  endsAt: new Date('2026-11-26T10:00:00Z'),
  heldFor: null,
  openedEarlyAt: null,
  workingDays: 2,
  calendar: { zone: 'UTC', weekend: [6, 7], holidays: [] },
};
const item = {
  id: 'i',
  title: 'Keep a list',
  owner: 'p',
  ownerName: 'Ana',
  answers: null,
  noFindingReason: '',
  dueOn: null,
  shows: '',
  finishedAt: null,
  reviewOn: '2026-11-20',
  worked: 'Nobody asked since.',
  workedAt: now,
  workedByName: 'Ana',
};
const fact = { id: 'f', idea: null, words: 'In the runbook since Friday', by: 'q', byName: 'Priya', at: now };
const idea = { id: 'a', words: 'Say it', authorName: null, group: '', merged: [], fixed: [], reason: '' };
const base = {
  now,
  state: 'acting',
  soak,
  expectedEnd: soak.endsAt,
  ahead: null,
  session: null,
  sealedCount: 0,
  ownIdeas: [],
  reflections: [],
  reading: null,
  outcome: { outcome: { kind: 'decided', reason: '', endedAt: now }, ideas: [], fixed: [] },
  undecided: 0,
  may: { write: true },
  me: 'p',
  workingDays: 2,
  early: [],
  mentions: [],
  sends: [],
  today: '2026-11-24',
};
const shown = (part: (facts: PageFacts) => ReactNode, facts: object) =>
  rendered(part({ page: { ...base, ...facts } as unknown as PageFacts['page'], problems: {}, given: {} }), {
    at: '/reviews/r/actions',
  });
const afterwards = (...ideas: object[]) =>
  shown((facts) => <Afterwards {...facts} />, { outcome: { ...base.outcome, ideas } });

test('[S9] [S10] [S11] an idea that is done already says so and is not called undecided; nothing taken on has its own title', () => {
  const { words } = afterwards(
    { ...idea, decision: 'no', reason: 'It is there.', item: null },
    { ...idea, id: 'b', decision: null, item: null, fixed: [fact] },
  );
  expect(words).toContain('Decided, and nothing taken on');
  expect(words).toContain('Already done. In the runbook since Friday');
  expect(words).not.toContain('Not decided');
  expect(words.indexOf('Already done.')).toBeLessThan(words.indexOf('No. It is there.'));
});

test('[S8] what was seen can be said again by its owner, and by nobody else', () => {
  const own = afterwards({ ...idea, decision: 'do', item });
  expect(own.words).toContain('Change what was seen');
  expect(own.html).toContain('>Nobody asked since.</textarea>');
  const others = afterwards({ ...idea, decision: 'do', item: { ...item, owner: 'q' } });
  expect(others.words).toContain('Nobody asked since.');
  expect(others.words).not.toContain('Change');
});

test('[S11] while it soaks what has been fixed stands below, and its form waits until it is asked for', () => {
  const soaking = (facts: object) =>
    shown((page) => <Soaking {...page} soak={soak as never} />, {
      state: 'soaking',
      outcome: { outcome: null, ideas: [], fixed: [fact] },
      ...facts,
    });
  const { html, words } = soaking({});
  expect(words).toContain('In the runbook since Friday');
  expect(html).toMatch(/<details class="folded"><summary>.*Note what has been fixed since/);
  const reader = soaking({ may: { write: false } });
  expect(reader.words).toContain('In the runbook since Friday');
  expect(reader.html).not.toContain('name="fixed"');
  expect(reader.sends).not.toContain('f');
  expect(soaking({ me: 'q', may: { write: false } }).sends).toContain('f');
  expect(soaking({ may: { write: true, manage: true } }).sends).toContain('f');
});
