import { firstWords } from '#domain/first-words.ts';
import type { Moment, WriteUp } from '#domain/write-up.ts';
import { momentName } from './moment-words.ts';
import type { QuotedMessage, SystemNames, WritingFacts } from './surroundings.tsx';

/** What a page of this write-up knows about the things its words point at. */
export const writingFacts = (
  writeUp: WriteUp,
  page: {
    review: string;
    zone: string;
    messages: Readonly<Record<string, QuotedMessage>>;
    systems?: SystemNames;
    onThisPage: boolean;
  },
): WritingFacts => ({ ...page, names: namesOf(writeUp) });

const namesOf = ({ findings, moments }: WriteUp): Record<string, string> =>
  Object.fromEntries([
    ...findings.map(({ id, title, blocks }) => [id, title || firstWords(blocks, 60)]),
    ...moments.map((moment) => [moment.id, momentName(moment)]),
  ]);

/** Findings that rest on a moment, by its id. */
export function findingsByMoment({ findings }: WriteUp): Map<string, string[]> {
  const resting = new Map<string, string[]>();
  for (const finding of findings)
    for (const moment of finding.moments) resting.set(moment, [...(resting.get(moment) ?? []), finding.id]);
  return resting;
}

/** Ids of every message a write-up rests on or quotes. */
export function messagesOf({ sections, findings, moments }: WriteUp): string[] {
  const blocks = [
    ...sections.flatMap((section) => section.blocks),
    ...findings.flatMap((finding) => [...finding.blocks, ...finding.reasonable, ...finding.ended]),
    ...moments.flatMap(wordsOf),
  ];
  const quoted = blocks.flatMap((block) => {
    if (block.type === 'evidence') return [block.message];
    return block.type === 'pointer' && block.to === 'evidence' ? [block.target] : [];
  });
  const linked = [...findings, ...moments].flatMap((entry) => entry.evidence);
  return [...new Set([...quoted, ...linked])];
}

const wordsOf = ({ blocks, accounts }: Moment) => [
  ...blocks,
  ...accounts.flatMap((account) => account.blocks),
];
