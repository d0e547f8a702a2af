import { expect, test } from 'vitest';
import { rendered } from '#app/components/testing.tsx';
import type { Target } from '#domain/meeting/target.ts';
import type { WriteUp } from '#domain/write-up.ts';
import { type RoomContext, RoomProvider } from './room-context.ts';
import { Tellings } from './tellings.tsx';

const writeUp = {
  sections: [
    {
      id: 's',
      title: 'The night',
      blocks: [{ type: 'text', id: 'b', kind: 'paragraph', content: [{ text: 'It was slow.' }] }],
    },
  ],
  findings: [{ id: 'f', title: 'Nobody owned it', blocks: [] }],
  moments: [],
} as unknown as WriteUp;

const view = (target: Target, words: string, claim: string, isCut = false) => ({
  id: words,
  kind: 'different-view',
  words,
  target,
  claim,
  isCut,
  notedBy: { name: 'Priya' },
  forPerson: null,
  forLabel: null,
  at: '2026-11-18T10:00:00Z',
});
const SECTION: Target = { type: 'section', id: 's', section: null };
const FINDING: Target = { type: 'finding', id: 'f', section: null };

const beside = (target: Target, captures: readonly object[]) =>
  rendered(
    <RoomProvider value={{ captures, zone: 'UTC', writeUp } as unknown as RoomContext}>
      <Tellings target={target} accounts={[]} teller={null} />
    </RoomProvider>,
    { at: '/meetings/m' },
  ).words;

test('[C3] beside a section stand its own different views and those of its passages, these with the words they answer', () => {
  const captures = [
    view(SECTION, 'Of all of it', 'The night'),
    view({ type: 'block', id: 'b', section: 's' }, 'Of a passage', 'It was slow.'),
    view({ type: 'block', id: 'b2', section: 'another' }, 'Of another part', 'Elsewhere'),
    view(FINDING, 'Of a finding', 'Nobody owned it'),
  ];
  const shown = beside(SECTION, captures);
  expect(shown).toContain('Of all of it');
  expect(shown).toMatch(/It was slow\.[\s\S]*Of a passage/);
  expect(shown).not.toContain('The night');
  for (const elsewhere of ['Of another part', 'Of a finding']) expect(shown).not.toContain(elsewhere);
});

test('[C2] once the claim reads otherwise, the view shows it as it was', () => {
  expect(beside(FINDING, [view(FINDING, 'We did own it', 'Nobody owned it')])).not.toContain('It answers');
  expect(beside(FINDING, [view(FINDING, 'We did own it', 'Nobody cared')])).toContain('Nobody cared');
  expect(beside(FINDING, [view(FINDING, 'We did own it', 'Nobody ow…', true)])).not.toContain('It answers');
  expect(beside(FINDING, [view(FINDING, 'We did own it', 'Nobody ca…', true)])).toContain('It answers');
});

test('[C2] a view noted for a label names both, and says that only who noted it may take it back', () => {
  const noted = { ...view(FINDING, 'It was slow', 'Nobody owned it'), forLabel: 'Mara from the vendor' };
  const shown = beside(FINDING, [noted]);
  expect(shown).toContain('noted by Priya for Mara from the vendor');
  expect(shown).toContain('only who noted it may take it back');
  expect(shown).not.toContain('only its author');
});
