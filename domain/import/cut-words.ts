import { runsText, tidyRuns } from '#domain/inline-runs.ts';
import type { Block, Inline, TextBlock } from '#domain/write-up.ts';
import { linksOf, linkTo } from './phrasing.ts';

/** The runs after the first `length` characters, marks kept. */
export function runsAfter(runs: readonly Inline[], length: number): Inline[] {
  let skip = length;
  const rest = runs.map((run) => {
    const cut = Math.min(skip, run.text.length);
    skip -= cut;
    return { ...run, text: run.text.slice(cut) };
  });
  return tidyRuns(rest);
}

/** The same, and behind them the addresses of links that are cut off whole: a link on a time is nothing to lose. */
export function runsAfterWithLinks(runs: readonly Inline[], length: number): Inline[] {
  const rest = runsAfter(runs, length);
  const left = linksOf(rest);
  const cut = linksOf(runs).filter((href) => !left.includes(href));
  return tidyRuns([...rest, ...cut.flatMap((href) => [{ text: ' ' }, linkTo(href)])]);
}

/** Blocks as they stand outside their list: the item is a paragraph, what belonged to it moves one step out. */
export function outOfList(blocks: readonly Block[]): Block[] {
  return blocks.map((block, at) => {
    if (block.type !== 'text') return block;
    const indent = Math.max(0, block.indent - (at === 0 ? 0 : 1));
    if (at > 0 || !isItem(block)) return { ...block, indent };
    const { number: _, ...words } = block;
    return { ...words, kind: 'paragraph', indent: 0 };
  });
}

/** The same blocks with the first one's words replaced; the first goes when no words are left. */
export function withFirstWords(blocks: readonly Block[], content: Inline[]): Block[] {
  const [first, ...rest] = blocks;
  if (first?.type !== 'text') return [...blocks];
  return runsText(content).trim() === '' ? rest : [{ ...first, content }, ...rest];
}

const isItem = (block: TextBlock) => block.kind === 'bullet' || block.kind === 'numbered';
