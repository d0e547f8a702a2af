import * as Y from 'yjs';
import { ELEMENT } from '#collab/document/block-elements.ts';
import { readRuns } from '#collab/document/read-runs.ts';
import { tidyRuns } from '#domain/inline-runs.ts';
import { plainLine } from '#domain/plain-line.ts';
import { type Block, type Inline, type TableCell, TEXT_KINDS, type TextBlock } from '#domain/write-up.ts';

export const DEEPEST_INDENT = 6;

type Attributes = Record<string, unknown>;

/**
 * A fragment as blocks, without changing it. What this version does not know becomes a paragraph of its words,
 * so that nothing typed is hidden. A place that holds one empty paragraph holds nothing.
 */
export function readBlocks(fragment: Y.XmlFragment): Block[] {
  const blocks = fragment.toArray().flatMap((child) => readBlock(child) ?? []);
  return blocks.length === 1 && isEmptyParagraph(blocks[0]) ? [] : blocks;
}

/** A fragment of one line (a title) as plain text. */
export function readLine(fragment: Y.XmlFragment): string {
  const words = fragment.toArray().map((child) =>
    wordsWithin(child)
      .map((run) => run.text)
      .join(''),
  );
  return plainLine(words.filter(Boolean).join(' '));
}

/** One child of a fragment; null where it holds nothing that can be shown. */
export function readBlock(node: Y.XmlElement | Y.XmlText | Y.XmlHook): Block | null {
  if (!(node instanceof Y.XmlElement)) return paragraph('', wordsWithin(node));
  const attributes: Attributes = node.getAttributes();
  const id = string(attributes.id);
  switch (node.nodeName) {
    case ELEMENT.text:
      return readText(id, attributes, wordsWithin(node));
    case ELEMENT.table:
      return { type: 'table', id, rows: elements(node).map(readRow) };
    case ELEMENT.picture:
      return { type: 'picture', id, upload: string(attributes.upload), alt: string(attributes.alt) };
    case ELEMENT.evidence:
      return {
        type: 'evidence',
        id,
        message: string(attributes.message),
        speaker: string(attributes.speaker),
        at: typeof attributes.at === 'string' ? attributes.at : null,
        text: string(attributes.text),
      };
    case ELEMENT.pointer:
      return {
        type: 'pointer',
        id,
        to: oneOf(['moment', 'finding', 'evidence'] as const, attributes.to, 'moment'),
        target: string(attributes.target),
      };
    case ELEMENT.rule:
      return { type: 'rule', id };
    default:
      return unknownBlock(id, node);
  }
}

function readText(id: string, attributes: Attributes, content: Inline[]): TextBlock {
  const block: TextBlock = {
    type: 'text',
    id,
    kind: oneOf(TEXT_KINDS, attributes.kind, 'paragraph'),
    level: whole(attributes.level, 1, 3),
    indent: whole(attributes.indent, 0, DEEPEST_INDENT),
    content,
  };
  if (attributes.quoted === true) block.quoted = true;
  if (block.kind === 'numbered' && isListNumber(attributes.number)) block.number = attributes.number;
  return block;
}

/** As large as Markdown lets a list's number be. */
export const isListNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 999_999_999;

const readRow = (row: Y.XmlElement): TableCell[] =>
  elements(row).map((cell) => ({ header: cell.nodeName === ELEMENT.headerCell, content: cellRuns(cell) }));

/** A cell's lines, one under the other. */
function cellRuns(cell: Y.XmlElement): Inline[] {
  const lines = cell.toArray().map(wordsWithin);
  return tidyRuns(lines.flatMap((line, at) => (at === 0 ? line : [{ text: '\n' }, ...line])));
}

function unknownBlock(id: string, node: Y.XmlElement): Block | null {
  const content = wordsWithin(node);
  return content.length > 0 ? paragraph(id, content) : null;
}

const paragraph = (id: string, content: Inline[]): TextBlock => ({
  type: 'text',
  id,
  kind: 'paragraph',
  level: 1,
  indent: 0,
  content,
});

/** Every run below a node, however deep it was nested; a stack of our own, since a hostile document may nest thousands deep. */
function wordsWithin(node: Y.XmlElement | Y.XmlText | Y.XmlHook): Inline[] {
  const runs: Inline[] = [];
  const stack: unknown[] = [node];
  while (stack.length > 0) {
    const next = stack.pop();
    if (next instanceof Y.XmlText) runs.push(...readRuns(next));
    else if (next instanceof Y.XmlFragment) stack.push(...next.toArray().reverse());
  }
  return tidyRuns(runs);
}

const elements = (node: Y.XmlElement): Y.XmlElement[] =>
  node.toArray().filter((child): child is Y.XmlElement => child instanceof Y.XmlElement);

const isEmptyParagraph = (block: Block | undefined): boolean =>
  block?.type === 'text' && block.kind === 'paragraph' && block.content.length === 0;

const string = (value: unknown): string => (typeof value === 'string' ? value : '');

const oneOf = <T extends string>(allowed: readonly T[], value: unknown, otherwise: T): T =>
  allowed.find((one) => one === value) ?? otherwise;

const whole = (value: unknown, least: number, most: number): number =>
  typeof value === 'number' && Number.isInteger(value) ? Math.min(Math.max(value, least), most) : least;
