import type { ChosenPlace } from './comments-feed.ts';

export type ChosenWords = Extract<ChosenPlace, { about: 'words' }>;

/** Words selected in the reading view, as the door takes them; null where the selection is not within blocks of the write-up. */
export function chosenWords(selection: Selection | null): { on: ChosenWords; range: Range } | null {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const words = selection.toString();
  const main = document.getElementById('main');
  if (words.trim() === '' || !main?.contains(range.commonAncestorContainer)) return null;
  const blocks = [...main.querySelectorAll<HTMLElement>('[data-words]')].filter((block) =>
    touches(range, block),
  );
  const [first, last] = [blocks[0], blocks.at(-1)];
  if (!first || !last) return null;
  const from = { key: keyOf(first), offset: offsetIn(first, range.startContainer, range.startOffset) };
  const to = { key: keyOf(last), offset: offsetIn(last, range.endContainer, range.endOffset) };
  return { on: { about: 'words', from, to, words }, range };
}

/** Some of this block's own words lie within the range. */
const touches = (range: Range, block: HTMLElement): boolean =>
  ownTexts(block).some((node) => {
    if (!range.intersectsNode(node)) return false;
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : lengthOf(node);
    return from < to;
  });

const keyOf = (block: HTMLElement) => block.dataset.words ?? '';

/** Characters of the block's own words before a point; a line break counts as one, words of blocks within do not count. */
function offsetIn(block: HTMLElement, container: Node, offset: number): number {
  const point = document.createRange();
  point.setStart(container, offset);
  point.collapse(true);
  let before = 0;
  for (const node of ownTexts(block)) {
    if (node === container) return before + offset;
    if (point.comparePoint(node, 0) >= 0) return before;
    before += lengthOf(node);
  }
  return before;
}

/** Texts and line breaks that are this block's, not those of a list within it. */
function ownTexts(block: HTMLElement): (Text | HTMLBRElement)[] {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) => {
    if (node instanceof Text || node instanceof HTMLBRElement) return NodeFilter.FILTER_ACCEPT;
    return node instanceof HTMLElement && node.dataset.words !== undefined
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_SKIP;
  });
  const own: (Text | HTMLBRElement)[] = [];
  while (walker.nextNode()) own.push(walker.currentNode as Text | HTMLBRElement);
  return own;
}

const lengthOf = (node: Text | HTMLBRElement): number => (node instanceof Text ? node.length : 1);
