import { withNeededNumbers } from '#domain/list-numbers.ts';
import { isRefused } from '#domain/refused.ts';
import type { Block } from '#domain/write-up.ts';
import { readBlocks } from './blocks.ts';
import { markdownTree, plainLines } from './markdown-tree.ts';
import { startReading } from './reading.ts';

/**
 * Pasted Markdown as blocks for the editor. Raw HTML and comments are dropped, unsafe links keep their words alone;
 * pictures keep their description. Text the parser will not take comes in as plain paragraphs.
 */
export function markdownToBlocks(text: string, newId: () => string): Block[] {
  const source = plainLines(text);
  const tree = markdownTree(source);
  if (isRefused(tree)) return plainParagraphs(source, newId);
  const blocks = readBlocks(startReading(tree, newId), tree.children);
  return withNeededNumbers(blocks.flatMap((block) => withoutPicture(block, newId)));
}

function plainParagraphs(text: string, newId: () => string): Block[] {
  return text
    .split(/\n{2,}/)
    .filter((words) => words.trim() !== '')
    .map((words) => paragraph(words, newId));
}

/** A paste brings no bytes, so there is nothing to upload. */
const withoutPicture = (block: Block, newId: () => string): Block[] =>
  block.type !== 'picture' ? [block] : block.alt ? [paragraph(block.alt, newId)] : [];

const paragraph = (text: string, newId: () => string): Block => ({
  type: 'text',
  id: newId(),
  kind: 'paragraph',
  level: 1,
  indent: 0,
  content: [{ text }],
});
