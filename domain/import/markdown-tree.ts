import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { type Refused, refuse } from '#domain/refused.ts';
import { storable } from './storable.ts';

/** Longest Markdown text taken, in characters: a hundred long post-mortems. */
export const MARKDOWN_LIMIT = 1_000_000;
/** The parser needs time by the square of the emphasis and bracket signs in one paragraph; people stay far below. */
const SIGNS_IN_PARAGRAPH = 2_000;
const TOO_DEEP = /^[ \t]*(?:(?:[-*+>]|\d{1,9}[.)])[ \t]*){40}/m;
const FRONT_MATTER = /^---[ \t]*\n(?:(?!---).*\n){0,200}---[ \t]*(?:\n|$)/;

/** The text's tree (GitHub's Markdown), or why it is not read. Front matter is blanked out: lines keep their numbers. */
export function markdownTree(text: string): Root | Refused {
  if (text.length > MARKDOWN_LIMIT)
    return refuse(
      'This text is longer than a million characters. Cut it into parts and import them one by one.',
    );
  if (isTangled(text))
    return refuse(
      'This text has brackets or quotation signs nested far beyond what a write-up needs. It was not read.',
    );
  return fromMarkdown(blankFrontMatter(text), {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  });
}

export const frontMatter = (text: string): string => FRONT_MATTER.exec(text)?.[0] ?? '';

export const lineOf = (node: Nodes): number => node.position?.start.line ?? 1;
export const lastLineOf = (node: Nodes): number => node.position?.end.line ?? 1;

/** Line endings as the parser and everybody after it expects them. */
export const plainLines = (text: string): string =>
  storable(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'));

function isTangled(text: string): boolean {
  if (TOO_DEEP.test(text)) return true;
  return text.split(/\n[ \t>]*\n/).some((paragraph) => signs(paragraph) > SIGNS_IN_PARAGRAPH);
}

function signs(paragraph: string): number {
  if (paragraph.length <= SIGNS_IN_PARAGRAPH) return 0;
  let count = 0;
  for (const character of paragraph) if ('[]*_~`<'.includes(character)) count += 1;
  return count;
}

const blankFrontMatter = (text: string): string =>
  text.replace(FRONT_MATTER, (matter) => matter.replace(/[^\n]/g, ''));
