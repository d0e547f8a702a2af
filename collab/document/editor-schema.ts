import { type Attrs, type MarkSpec, type NodeSpec, Schema } from 'prosemirror-model';
import { tableNodes } from 'prosemirror-tables';
import { ELEMENT } from '#collab/document/block-elements.ts';
import { pastedText } from '#collab/document/pasted-text.ts';
import { DEEPEST_INDENT, isListNumber } from '#collab/document/read-blocks.ts';
import { safeHref } from '#domain/safe-href.ts';

/**
 * What an editor of one fragment may hold. `doc` is the top of a body, `line` of a title: same text, one place.
 * Paragraph, heading, quotation, list item and code are one textblock with attributes: a change of kind replaces no node,
 * so a neighbour's words typed at that moment stay.
 */
export const editorSchema = new Schema({ nodes: nodes(), marks: marks() });

function nodes(): Record<string, NodeSpec> {
  const tables = tableNodes({ cellContent: ELEMENT.text, cellAttributes: {}, tableGroup: 'block' });
  return {
    doc: { content: 'block+' },
    line: { content: `${ELEMENT.text}+` },
    [ELEMENT.text]: textblock(),
    text: { group: 'inline' },
    table: { ...tables.table, attrs: { id: { default: '' } } },
    table_row: tables.table_row,
    table_cell: { ...tables.table_cell, content: `${ELEMENT.text}+` },
    table_header: { ...tables.table_header, content: `${ELEMENT.text}+` },
    picture: leaf({ upload: '', alt: '' }, 'figure[data-upload]'),
    evidence: leaf({ message: '', speaker: '', at: null, text: '' }, 'blockquote[data-message]'),
    pointer: leaf({ to: 'moment', target: '' }, 'p[data-target]'),
    rule: { ...leaf({}, 'hr'), toDOM: () => ['hr'] },
  };
}

function textblock(): NodeSpec {
  return {
    group: 'block',
    content: 'text*',
    attrs: {
      id: { default: '' },
      kind: { default: 'paragraph' },
      level: { default: 1 },
      indent: { default: 0 },
      quoted: { default: false },
      number: { default: null },
    },
    // A line break is a character, so white space is kept as it is.
    whitespace: 'pre',
    defining: true,
    parseDOM: pastedText,
    toDOM: ({ attrs }) => [
      attrs.kind === 'heading' ? `h${headingTag(attrs.level)}` : 'p',
      {
        'data-kind': String(attrs.kind),
        'data-level': String(attrs.level),
        'data-indent': String(attrs.indent),
        'data-quoted': attrs.quoted === true ? 'true' : null,
        'data-number': isListNumber(attrs.number) ? String(attrs.number) : null,
        style: countedFrom(attrs),
        'data-block': String(attrs.id),
        spellcheck: attrs.kind === 'code' ? 'false' : null,
      },
      0,
    ],
  };
}

/** An item with a number of its own sets its depth's count, which the style sheet shows; deeper ones begin anew all the same. */
function countedFrom({ kind, indent, number }: Attrs): string | null {
  if (kind !== 'numbered' || !isListNumber(number)) return null;
  const depth = Number(indent);
  const deeper = Array.from({ length: DEEPEST_INDENT - depth }, (_, at) => ` n${depth + 1 + at} 0`);
  return `counter-set: n${depth} ${number}${deeper.join('')}`;
}

/** A section's title is an h2, so headings inside begin at h3. */
function headingTag(level: unknown): number {
  return level === 2 || level === 3 ? level + 2 : 3;
}

/** A block without words to type in; its attributes travel as data attributes when it is copied. */
function leaf(attributes: Record<string, string | null>, tag: string): NodeSpec {
  const names = Object.keys(attributes);
  return {
    group: 'block',
    atom: true,
    selectable: true,
    draggable: true,
    attrs: {
      id: { default: '' },
      ...Object.fromEntries(names.map((name) => [name, { default: attributes[name] }])),
    },
    parseDOM: [
      {
        tag,
        getAttrs: (dom) =>
          Object.fromEntries(
            names.map((name) => [name, dom.getAttribute(`data-${name}`) ?? attributes[name]]),
          ),
      },
    ],
    toDOM: ({ attrs }) => [
      tag.split('[')[0] ?? 'div',
      Object.fromEntries(names.map((name) => [`data-${name}`, attrs[name]])),
    ],
  };
}

function marks(): Record<string, MarkSpec> {
  return {
    link: {
      attrs: { href: { default: '' } },
      inclusive: false,
      parseDOM: [
        {
          tag: 'a[href]',
          getAttrs: (dom) => {
            const href = safeHref(dom.getAttribute('href') ?? '');
            return href === null ? false : { href };
          },
        },
      ],
      toDOM: ({ attrs }) => {
        const href = safeHref(String(attrs.href));
        return href === null ? ['span', 0] : ['a', { href, rel: 'noopener noreferrer nofollow' }, 0];
      },
    },
    bold: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: () => ['strong', 0] },
    italic: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
    strike: { parseDOM: [{ tag: 's' }, { tag: 'del' }, { tag: 'strike' }], toDOM: () => ['s', 0] },
    code: { parseDOM: [{ tag: 'code' }, { tag: 'kbd' }], toDOM: () => ['code', 0] },
  };
}
