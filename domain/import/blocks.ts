import type { BlockContent, DefinitionContent, List, ListItem, Paragraph, RootContent, Table } from 'mdast';
import { tidyRuns } from '#domain/inline-runs.ts';
import type { Block, Inline, TextBlock, TextKind } from '#domain/write-up.ts';
import { lineOf } from './markdown-tree.ts';
import { linkTo, type Phrase, readPhrasing, readWords } from './phrasing.ts';
import { PICTURE_PATH, type Reading } from './reading.ts';

export type Flow = RootContent | BlockContent | DefinitionContent;

/** Where a node stands: depth of lists around it, inside a quotation or not. */
export interface Place {
  indent: number;
  quoted: boolean;
}
export const TOP: Place = { indent: 0, quoted: false };

/** Flow content as flat blocks: lists and quotations become attributes. HTML and comments are left out and listed. */
export function readBlocks(reading: Reading, nodes: readonly Flow[], place: Place = TOP): Block[] {
  return nodes.flatMap((node) => readBlock(reading, node, place));
}

function readBlock(reading: Reading, node: Flow, place: Place): Block[] {
  switch (node.type) {
    case 'paragraph':
      return readParagraph(reading, node, place);
    case 'heading':
      return [
        textBlock(reading, 'heading', readWords(reading, node.children), place, headingLevel(node.depth)),
      ];
    case 'blockquote':
      return readBlocks(reading, node.children, { ...place, quoted: true });
    case 'list':
      return node.children.flatMap((item, at) => readItem(reading, node, item, place, at));
    case 'code':
      if (node.lang)
        reading.leftOut.push({
          line: lineOf(node),
          why: 'code-language',
          text: [node.lang, node.meta].filter(Boolean).join(' '),
        });
      return [textBlock(reading, 'code', [{ text: node.value }], place)];
    case 'table':
      return [readTable(reading, node)];
    case 'thematicBreak':
      return [{ type: 'rule', id: reading.newId() }];
    case 'footnoteDefinition':
      return readFootnote(reading, node.label ?? node.identifier, node.children, place);
    case 'html':
      reading.leftOut.push({
        line: lineOf(node),
        why: node.value.trimStart().startsWith('<!--') ? 'comment' : 'html',
        text: node.value,
      });
      return [];
    default:
      return [];
  }
}

/** One item of a list, at its place in it: its first paragraph is the item, whatever follows belongs to it one step in. */
export function readItem(reading: Reading, list: List, item: ListItem, place: Place, at: number): Block[] {
  const kind: TextKind = list.ordered ? 'numbered' : 'bullet';
  const own = list.ordered ? { number: (list.start ?? 1) + at } : {};
  const box = item.checked == null ? '' : item.checked ? '☑ ' : '☐ ';
  const [first, ...rest] = item.children;
  const inside = { ...place, indent: Math.min(place.indent + 1, 6) };
  if (first?.type !== 'paragraph')
    return [
      { ...textBlock(reading, kind, box ? [{ text: box }] : [], place), ...own },
      ...readBlocks(reading, item.children, inside),
    ];
  const [head, ...tail] = readParagraph(reading, first, place, kind);
  if (head?.type !== 'text') return [...(head ? [head] : []), ...tail, ...readBlocks(reading, rest, inside)];
  if (box) head.content = tidyRuns([{ text: box }, ...head.content]);
  return [{ ...head, ...own }, ...tail, ...readBlocks(reading, rest, inside)];
}

/** A paragraph; pictures inside it become blocks between its words. */
function readParagraph(
  reading: Reading,
  node: Paragraph,
  place: Place,
  kind: TextKind = place.quoted ? 'quote' : 'paragraph',
): Block[] {
  const blocks: Block[] = [];
  let words: Inline[] = [];
  const flush = () => {
    const content = trimmed(tidyRuns(words));
    if (content.length > 0)
      blocks.push(textBlock(reading, blocks.length === 0 ? kind : 'paragraph', content, place));
    words = [];
  };
  for (const phrase of readPhrasing(reading, node.children)) {
    if (!isPicture(phrase)) words.push(phrase);
    else {
      flush();
      blocks.push({
        type: 'picture',
        id: reading.newId(),
        upload: PICTURE_PATH + phrase.picture,
        alt: phrase.alt,
      });
      if (phrase.href === null) continue;
      words.push(linkTo(phrase.href));
      flush();
    }
  }
  flush();
  return blocks;
}

function readTable(reading: Reading, node: Table): Block {
  const rows = node.children.map((row, at) =>
    row.children.map((cell) => ({ header: at === 0, content: readWords(reading, cell.children) })),
  );
  return { type: 'table', id: reading.newId(), rows };
}

function readFootnote(reading: Reading, label: string, children: readonly Flow[], place: Place): Block[] {
  const blocks = readBlocks(reading, children, place);
  const first = blocks[0];
  if (first?.type !== 'text')
    return [textBlock(reading, 'paragraph', [{ text: `[${label}]` }], place), ...blocks];
  first.content = tidyRuns([{ text: `[${label}] ` }, ...first.content]);
  return blocks;
}

export function textBlock(
  reading: Pick<Reading, 'newId'>,
  kind: TextKind,
  content: Inline[],
  place: Place,
  level = 1,
): TextBlock {
  const block: TextBlock = { type: 'text', id: reading.newId(), kind, level, indent: place.indent, content };
  return place.quoted ? { ...block, quoted: true } : block;
}

/** Sections take the first three levels of a text; what is deeper stays a heading inside its section. */
const headingLevel = (depth: number): number => Math.max(1, Math.min(3, depth - 3));

const isPicture = (phrase: Phrase): phrase is Extract<Phrase, { picture: string }> => 'picture' in phrase;

function trimmed(runs: Inline[]): Inline[] {
  const first = runs[0];
  if (first) runs[0] = { ...first, text: first.text.trimStart() };
  const last = runs.at(-1);
  if (last) runs[runs.length - 1] = { ...last, text: last.text.trimEnd() };
  return runs.filter((run) => run.text !== '');
}
