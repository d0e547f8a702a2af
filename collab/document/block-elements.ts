import * as Y from 'yjs';
import { freshId } from '#collab/document/fresh-id.ts';
import type { Block, Inline, TableBlock, TextBlock } from '#domain/write-up.ts';

/** Element names in the shared document; the editor's node types carry the same. */
export const ELEMENT = {
  text: 'textblock',
  table: 'table',
  row: 'table_row',
  cell: 'table_cell',
  headerCell: 'table_header',
  picture: 'picture',
  evidence: 'evidence',
  pointer: 'pointer',
  rule: 'rule',
} as const;

export const emptyParagraph = (): TextBlock => ({
  type: 'text',
  id: freshId(),
  kind: 'paragraph',
  level: 1,
  indent: 0,
  content: [],
});

/** The block as the editor would have written it. */
export function blockElement(block: Block): Y.XmlElement {
  switch (block.type) {
    case 'text':
      return textElement(block);
    case 'table':
      return tableElement(block);
    case 'picture':
      return leaf(ELEMENT.picture, { id: block.id, upload: block.upload, alt: block.alt });
    case 'evidence': {
      const { id, message, speaker, at, text } = block;
      return leaf(ELEMENT.evidence, { id, message, speaker, at, text });
    }
    case 'pointer':
      return leaf(ELEMENT.pointer, { id: block.id, to: block.to, target: block.target });
    case 'rule':
      return leaf(ELEMENT.rule, { id: block.id });
  }
}

type Attribute = string | number | boolean | null;
/** Yjs types attributes as strings; the binding stores what the editor's attributes are. */
type OpenElement = Y.XmlElement<{ [name: string]: string | number | boolean }>;

function textElement({ id, kind, level, indent, quoted, number, content }: TextBlock): Y.XmlElement {
  const shape = { id, kind, level, indent, quoted: quoted === true, number: number ?? null };
  const element = leaf(ELEMENT.text, shape);
  element.insert(0, [wordsOf(content)]);
  return element;
}

function tableElement(table: TableBlock): Y.XmlElement {
  const element = leaf(ELEMENT.table, { id: table.id });
  element.insert(
    0,
    table.rows.map((row) => {
      const rowElement = new Y.XmlElement(ELEMENT.row);
      rowElement.insert(
        0,
        row.map((cell) => cellElement(cell.header, cell.content)),
      );
      return rowElement;
    }),
  );
  return element;
}

function cellElement(header: boolean, content: Inline[]): Y.XmlElement {
  const cell = leaf(header ? ELEMENT.headerCell : ELEMENT.cell, { colspan: 1, rowspan: 1 });
  cell.insert(0, [textElement({ ...emptyParagraph(), id: '', content })]);
  return cell;
}

function leaf(name: string, attributes: Record<string, Attribute>): Y.XmlElement {
  const element = new Y.XmlElement(name) as unknown as OpenElement;
  for (const [key, value] of Object.entries(attributes)) if (value !== null) element.setAttribute(key, value);
  return element as unknown as Y.XmlElement;
}

/** Always one text, an empty one too: two people who begin an empty block at once then write into the same. */
function wordsOf(content: readonly Inline[]): Y.XmlText {
  const words = new Y.XmlText();
  words.applyDelta(
    content
      .filter((run) => run.text !== '')
      .map((run) => ({ insert: run.text, attributes: markAttributes(run) })),
  );
  return words;
}

function markAttributes(run: Inline): Record<string, object> {
  return Object.fromEntries(
    (run.marks ?? []).map((mark) => [mark.type, mark.type === 'link' ? { href: mark.href } : {}]),
  );
}
