import { expect, test } from 'vitest';
import { isRefused } from '#domain/refused.ts';
import type { Block } from '#domain/write-up.ts';
import { type Choices, takingsOf } from './choices.ts';
import { countingIds } from './counting-ids.ts';
import { decide } from './decide.ts';
import { markdownToBlocks } from './markdown-to-blocks.ts';
import { proposeWriteUp } from './propose-write-up.ts';

const LEFT =
  '## Root cause\n\n1. A queue was full of mail.\n2. Nobody looked at the queue.\n3. The disk was slow.';

test('a list from 4 stays one from 4, and one from 1 needs no number', () => {
  const read = (text: string) => numbers(markdownToBlocks(text, countingIds()));
  expect(read('4. four\n5. five')).toEqual([4, undefined]);
  expect(read('1. one\n   - within\n2. two')).toEqual([undefined, undefined, undefined]);
  expect(read('- a\n- b')).toEqual([undefined, undefined]);
});

test('what stays when the first item is taken as a finding keeps its number', () => {
  expect(numbers(leftBy([true, false, false]))).toEqual([undefined, 2, undefined]);
  expect(numbers(leftBy([false, true, false]))).toEqual([undefined, undefined, 3]);
  expect(numbers(leftBy([false, false, false]))).toEqual([undefined, undefined, undefined]);
});

test('a finding taken out of a list has no number of its own', () => {
  expect(JSON.stringify(brought([true, true, true]).findings)).not.toContain('number');
});

const numbers = (blocks: readonly Block[]) =>
  blocks.map((block) => (block.type === 'text' ? block.number : undefined));

const leftBy = (takes: readonly boolean[]): Block[] => brought(takes).sections[0]?.blocks ?? [];

function brought(takes: readonly boolean[]) {
  const proposal = proposeWriteUp('a.md', `# A\n\n${LEFT}`, countingIds());
  if (isRefused(proposal)) throw new Error(proposal.refused);
  const choices: Choices = {
    title: 'A',
    day: '2019-01-01',
    zone: 'UTC',
    takings: Object.fromEntries(takingsOf(proposal).map(({ id }, at) => [id, { take: takes[at] ?? false }])),
  };
  return decide(proposal, choices, new Map(), countingIds()).writeUp;
}
