import type { Attrs, TagParseRule } from 'prosemirror-model';
import { isListNumber } from '#collab/document/read-blocks.ts';
import { TEXT_KINDS } from '#domain/write-up.ts';

const DEEPEST_PASTED = 6;

/**
 * How HTML from elsewhere becomes textblocks. Everything not named here is dropped but for its words:
 * no style, script, form or picture comes in by pasting.
 */
export const pastedText: TagParseRule[] = [
  { tag: 'p[data-kind], h3[data-kind], h4[data-kind], h5[data-kind]', priority: 60, getAttrs: ourOwn },
  ...[1, 2, 3, 4, 5, 6].map((level) => ({
    tag: `h${level}`,
    getAttrs: (dom: HTMLElement) => ({
      ...around(dom),
      kind: 'heading',
      level: Math.min(Math.max(level - 1, 1), 3),
    }),
  })),
  { tag: 'pre', preserveWhitespace: 'full', getAttrs: (dom) => ({ ...around(dom), kind: 'code' }) },
  { tag: 'li', getAttrs: (dom) => (dom.querySelector(':scope > p, :scope > div > p') ? false : item(dom)) },
  { tag: 'p', getAttrs: (dom) => (isFirstOfItem(dom) ? item(dom) : around(dom)) },
  { tag: 'dt, dd, figcaption, summary', getAttrs: around },
  ...[
    'script',
    'style',
    'template',
    'form',
    'iframe',
    'object',
    'svg',
    'math',
    'noscript',
    'title',
    'base',
  ].map((tag) => ({ tag, ignore: true })),
];

function ourOwn(dom: HTMLElement): Attrs {
  const { kind, level, indent, quoted, number } = dom.dataset;
  return {
    kind: TEXT_KINDS.find((one) => one === kind) ?? 'paragraph',
    level: within(Number(level), 1, 3),
    indent: within(Number(indent), 0, DEEPEST_PASTED),
    quoted: quoted === 'true',
    number: number && isListNumber(Number(number)) ? Number(number) : null,
  };
}

const item = (dom: HTMLElement): Attrs => ({
  ...around(dom),
  kind: dom.closest('ul, ol')?.tagName === 'OL' ? 'numbered' : 'bullet',
});

/** What the places around say: depth of lists, and whether it is quoted. */
function around(dom: HTMLElement): Attrs {
  const quoted = dom.closest('blockquote') !== null;
  const inList = dom.closest('li') !== null;
  return {
    kind: quoted && !inList ? 'quote' : 'paragraph',
    indent: within(depthOfLists(dom) - 1, 0, DEEPEST_PASTED),
    quoted: quoted && inList,
  };
}

function depthOfLists(dom: HTMLElement): number {
  let depth = 0;
  for (let at = dom.parentElement; at; at = at.parentElement) if (/^(UL|OL)$/.test(at.tagName)) depth++;
  return depth;
}

const isFirstOfItem = (dom: HTMLElement): boolean => {
  const li = dom.closest('li');
  return li !== null && li.querySelector('p') === dom;
};

const within = (value: number, least: number, most: number): number =>
  Number.isInteger(value) ? Math.min(Math.max(value, least), most) : least;
