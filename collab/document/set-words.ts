import * as Y from 'yjs';
import { blockElement, ELEMENT, emptyParagraph } from '#collab/document/block-elements.ts';
import { freshId } from '#collab/document/fresh-id.ts';
import { readBlock } from '#collab/document/read-blocks.ts';
import { readRuns } from '#collab/document/read-runs.ts';
import { diffTokens, type Step } from '#domain/history/diff-tokens.ts';
import { tidyRuns } from '#domain/inline-runs.ts';
import type { Block, Inline, TableBlock, TextBlock } from '#domain/write-up.ts';

type Node = Y.XmlElement | Y.XmlText | Y.XmlHook;

/**
 * Makes a place read like `blocks`, changing no more than differs: a block that is there stays the same element, and in it
 * words that are there stay the same words, so that somebody typing beside them at this moment types on.
 * @param isTaken ids that blocks elsewhere have by now: the block put in gets a fresh one
 */
export function setWords(
  doc: Y.Doc,
  name: string,
  blocks: readonly Block[],
  isTaken: (id: string) => boolean = () => false,
): void {
  const fragment = doc.getXmlFragment(name);
  const nodes = fragment.toArray();
  const wanted = blocks.length > 0 ? blocks : [{ ...emptyParagraph(), id: firstId(nodes) }];
  const now = nodes.map((node, at) => ({ key: idOf(node) || `here ${at}`, node }));
  const then = wanted.map((block, at) => ({ key: block.id || `there ${at}`, block }));
  let place = 0;
  for (const step of paired(diffTokens(now, then))) {
    if (step.op === 'out') fragment.delete(place, 1);
    else if (step.op === 'in') fragment.insert(place++, [blockElement(unique(step.in.block, isTaken))]);
    else {
      const isKept = idOf(step.out.node) === step.in.block.id;
      const block = isKept ? step.in.block : unique(step.in.block, isTaken);
      if (!becomes(step.out.node, block)) {
        fragment.delete(place, 1);
        fragment.insert(place, [blockElement(block)]);
      }
      place++;
    }
  }
}

/** Makes a place of one line read `text`. */
export function setLine(doc: Y.Doc, name: string, text: string): void {
  const id = firstId(doc.getXmlFragment(name).toArray());
  setWords(doc, name, [{ ...emptyParagraph(), id, content: text === '' ? [] : [{ text }] }]);
}

/** An empty place keeps the block it has. */
const firstId = ([first]: readonly Node[]): string => (first && idOf(first)) || freshId();

const idOf = (node: Node): string => {
  const id: unknown = node instanceof Y.XmlElement ? node.getAttribute('id') : undefined;
  return typeof id === 'string' ? id : '';
};

const unique = (block: Block, isTaken: (id: string) => boolean): Block =>
  isTaken(block.id) ? { ...block, id: freshId() } : block;

type Pair = Step<{ key: string; node: Node }, { key: string; block: Block }>;

/** A block that goes where another comes becomes that other: whoever types in it keeps their place. */
function paired(steps: readonly Pair[]): Pair[] {
  const pairs: Pair[] = [];
  for (let at = 0; at < steps.length; ) {
    const from = at;
    while (at < steps.length && steps[at]?.op !== 'same') at++;
    const gap = steps.slice(from, at);
    const gone = gap.filter((step) => step.op === 'out');
    const come = gap.filter((step) => step.op === 'in');
    for (const [nth, step] of come.entries()) {
      const out = gone[nth];
      pairs.push(out ? { op: 'same', out: out.out, in: step.in } : step);
    }
    pairs.push(...gone.slice(come.length));
    const same = steps[at++];
    if (same) pairs.push(same);
  }
  return pairs;
}

/** Changes an element into a block where that can be done in place; false where it has to be replaced. */
function becomes(node: Node, block: Block): boolean {
  if (!(node instanceof Y.XmlElement)) return false;
  if (block.type === 'text') return textBecomes(node, block);
  if (JSON.stringify(readBlock(node)) === JSON.stringify(block)) return true;
  return block.type === 'table' && tableBecomes(node, block);
}

function textBecomes(node: Y.XmlElement, block: TextBlock): boolean {
  const [words, ...more] = node.toArray();
  if (node.nodeName !== ELEMENT.text || !(words instanceof Y.XmlText) || more.length > 0) return false;
  setAttributes(node, block);
  runsBecome(words, block.content);
  return true;
}

function setAttributes(node: Y.XmlElement, block: TextBlock): void {
  const element = node as unknown as Y.XmlElement<Record<string, string | number | boolean>>;
  const now = readBlock(node);
  if (now?.type !== 'text') return;
  for (const name of ['id', 'kind', 'level', 'indent', 'quoted'] as const) {
    const wanted = block[name] ?? false;
    if ((now[name] ?? false) !== wanted) element.setAttribute(name, wanted);
  }
  if (block.number === undefined) element.removeAttribute('number');
  else if (now.number !== block.number) element.setAttribute('number', block.number);
}

/** Cell by cell where the table has the same shape. */
function tableBecomes(node: Y.XmlElement, table: TableBlock): boolean {
  if (node.nodeName !== ELEMENT.table) return false;
  const cells = elementsOf(node).map(elementsOf);
  const isSameShape =
    cells.length === table.rows.length &&
    cells.every((row, at) => row.length === table.rows[at]?.length && row.every(holdsOneText));
  if (!isSameShape) return false;
  for (const [at, row] of table.rows.entries())
    for (const [column, { content, header }] of row.entries()) {
      const cell = cells[at]?.[column];
      if (!cell || (cell.nodeName === ELEMENT.headerCell) !== header) return false;
      runsBecome(elementsOf(cell)[0]?.get(0) as Y.XmlText, content);
    }
  return true;
}

const elementsOf = (node: Y.XmlElement): Y.XmlElement[] =>
  node.toArray().filter((child): child is Y.XmlElement => child instanceof Y.XmlElement);

const holdsOneText = (cell: Y.XmlElement): boolean =>
  cell.length === 1 && elementsOf(cell)[0]?.length === 1 && elementsOf(cell)[0]?.get(0) instanceof Y.XmlText;

interface Word {
  key: string;
  text: string;
  marks: Record<string, object>;
}

const WORDS = /\s+|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu;

function runsBecome(words: Y.XmlText, content: readonly Inline[]): void {
  const steps = diffTokens(wordsOf(readRuns(words)), wordsOf(content));
  if (steps.every((step) => step.op === 'same')) return;
  words.applyDelta(
    steps.map((step) => {
      if (step.op === 'same') return { retain: step.in.text.length };
      if (step.op === 'out') return { delete: step.out.text.length };
      return { insert: step.in.text, attributes: step.in.marks };
    }),
  );
}

const wordsOf = (runs: readonly Inline[]): Word[] =>
  tidyRuns(runs).flatMap(({ text, marks = [] }) => {
    const attributes = Object.fromEntries(
      marks.map((mark) => [mark.type, mark.type === 'link' ? { href: mark.href } : {}]),
    );
    const spelled = marks.length > 0 ? JSON.stringify(marks) : '';
    return [...text.matchAll(WORDS)].map(([word]) => ({
      key: `${word} ${spelled}`,
      text: word,
      marks: attributes,
    }));
  });
