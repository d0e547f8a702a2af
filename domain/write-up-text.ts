import { runsText } from '#domain/inline-runs.ts';
import type { Block, WriteUp } from '#domain/write-up.ts';

/** A block's words as plain text; what holds no words (rule, pointer) is empty. */
export function blockText(block: Block): string {
  switch (block.type) {
    case 'text':
      return runsText(block.content);
    case 'table':
      return block.rows.map((row) => row.map((cell) => runsText(cell.content)).join('\t')).join('\n');
    case 'picture':
      return block.alt;
    case 'evidence':
      return block.text;
    case 'pointer':
    case 'rule':
      return '';
  }
}

export const blocksText = (blocks: readonly Block[]): string =>
  blocks.map(blockText).filter(Boolean).join('\n');

/** Every word of the write-up once, in reading order: what search, lists and word counts are derived from. */
export function writeUpText(writeUp: WriteUp): string {
  const parts = [writeUp.title, writeUp.standfirst];
  for (const section of writeUp.sections) parts.push(section.title, blocksText(section.blocks));
  for (const finding of writeUp.findings)
    parts.push(
      finding.title,
      blocksText(finding.blocks),
      blocksText(finding.reasonable),
      blocksText(finding.ended),
    );
  for (const moment of writeUp.moments) {
    parts.push(moment.lane, blocksText(moment.blocks));
    for (const account of moment.accounts) parts.push(account.teller, blocksText(account.blocks));
  }
  return parts.filter(Boolean).join('\n');
}

export const countWords = (text: string): number =>
  text.match(/[\p{L}\p{N}][\p{L}\p{N}'’_-]*/gu)?.length ?? 0;
