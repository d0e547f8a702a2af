import type { RootContent } from 'mdast';
import { runsText } from '#domain/inline-runs.ts';
import type { Block, FindingKind, TextBlock } from '#domain/write-up.ts';
import { readBlocks, readItem, TOP } from './blocks.ts';
import { outOfList, runsAfter, withFirstWords } from './cut-words.ts';
import { lineOf } from './markdown-tree.ts';
import type { FindingTaking, Piece } from './proposal.ts';
import type { Reading } from './reading.ts';

const HEADINGS: readonly [FindingKind, RegExp][] = [
  ['difficulty', /\b(?:went|did(?:n['’]t| not) go) (?:poorly|wrong|badly|well)\b(?<!\bwent well)/i],
  ['mitigator', /\b(?:went (?:well|right)|got lucky)\b/i],
  ['contributor', /\broot causes?\b|\bcontribut(?:ing factors?|ors?)\b/i],
];
const LONGEST_TITLE = 200;
/** "Not much." is an answer, not a finding: it is offered, but proposed to stay text. */
const FEWEST_WORDS = 4;

/** The kind of finding a heading's text is proposed as; null for every other heading. */
export const findingKindOf = (heading: string): FindingKind | null =>
  HEADINGS.find(([, sign]) => sign.test(heading))?.[0] ?? null;

/** A section's content as findings: one for each item of a list and for each paragraph with what belongs to it. */
export function takeFindings(reading: Reading, nodes: readonly RootContent[], kind: FindingKind): Piece[] {
  return groups(nodes).flatMap((group): Piece[] => {
    const [first] = group;
    if (first?.type === 'list' && group.length === 1)
      return first.children.map((item, at) =>
        finding(reading, kind, lineOf(item), readItem(reading, first, item, TOP, at)),
      );
    const blocks = readBlocks(reading, group);
    if (first?.type !== 'paragraph') return blocks.length > 0 ? [{ type: 'kept', blocks }] : [];
    return [finding(reading, kind, lineOf(first), blocks)];
  });
}

/** Paragraphs with the quotations, code, pictures and tables after them; one that ends in ":" takes whatever follows. */
function groups(nodes: readonly RootContent[]): RootContent[][] {
  const made: RootContent[][] = [];
  for (const node of nodes) {
    const before = made.at(-1);
    if (before && belongs(before, node)) before.push(node);
    else made.push([node]);
  }
  return made;
}

function belongs(before: readonly RootContent[], node: RootContent): boolean {
  const last = before.at(-1);
  if (node.type === 'heading' || before[0]?.type !== 'paragraph') return false;
  if (last?.type === 'paragraph' && endsOpen(last)) return true;
  return node.type === 'blockquote' || node.type === 'code' || node.type === 'table' || isPicture(node);
}

const endsOpen = (node: RootContent): boolean => {
  const last = 'children' in node ? node.children.at(-1) : undefined;
  return last?.type === 'text' && /:\s*$/.test(last.value);
};
const isPicture = (node: RootContent): boolean =>
  node.type === 'paragraph' && node.children.every((child) => child.type.startsWith('image'));

function finding(reading: Reading, kind: FindingKind, line: number, original: Block[]): FindingTaking {
  const base = {
    type: 'finding' as const,
    id: reading.newId(),
    line,
    original,
    kind,
    proposed: isSaying(original),
  };
  const blocks = outOfList(original);
  const first = blocks[0];
  const title = first?.type === 'text' ? firstSentence(first) : '';
  if (first?.type !== 'text' || title === '') return { ...base, title: '', blocks };
  const rest = withFirstWords(blocks, runsAfter(first.content, title.length).map(startTrimmed));
  return { ...base, title: title.trim().replace(/\s*:$/, ''), blocks: rest };
}

/** The first sentence, when it is short enough for a title and holds no link that a title would lose. */
function firstSentence(block: TextBlock): string {
  const words = runsText(block.content);
  const sentence = /^[^\n]*?(?:(?<!\.)[.!?](?=\s+[^\s\p{Ll}])|$)/u.exec(words)?.[0] ?? '';
  const isWhole = sentence.length <= LONGEST_TITLE && !sentence.includes('\n');
  return isWhole && !hasLink(block, sentence.length) ? sentence : '';
}

function hasLink(block: TextBlock, length: number): boolean {
  let at = 0;
  return block.content.some((run) => {
    const begins = at;
    at += run.text.length;
    return begins < length && run.marks?.some((mark) => mark.type === 'link');
  });
}

const startTrimmed = <T extends { text: string }>(run: T, at: number): T =>
  at === 0 ? { ...run, text: run.text.trimStart() } : run;

function isSaying(blocks: readonly Block[]): boolean {
  if (blocks.length !== 1) return true;
  const [only] = blocks;
  return only?.type !== 'text' || runsText(only.content).split(/\s+/).length >= FEWEST_WORDS;
}
