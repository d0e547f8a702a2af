import type { Mark as EditorMark, Node } from 'prosemirror-model';
import { ELEMENT } from '#collab/document/block-elements.ts';
import { editorSchema } from '#collab/document/editor-schema.ts';
import type { Block, Inline, Mark, TableBlock } from '#domain/write-up.ts';

/** Blocks as the editor holds them: what is pasted as Markdown, or put in by the menu. */
export const blockNodes = (blocks: readonly Block[]): Node[] => blocks.map(blockNode);

function blockNode(block: Block): Node {
  if (block.type === 'table') return tableNode(block);
  if (block.type !== 'text') return editorSchema.node(block.type, { ...block });
  const { id, kind, level, indent, quoted = false, number = null } = block;
  const attrs = { id, kind, level, indent, quoted, number };
  return editorSchema.node(ELEMENT.text, attrs, runNodes(block.content));
}

const tableNode = ({ id, rows }: TableBlock): Node =>
  editorSchema.node(
    ELEMENT.table,
    { id },
    rows.map((row) =>
      editorSchema.node(
        ELEMENT.row,
        null,
        row.map(({ header, content }) =>
          editorSchema.node(header ? ELEMENT.headerCell : ELEMENT.cell, null, [
            editorSchema.node(ELEMENT.text, null, runNodes(content)),
          ]),
        ),
      ),
    ),
  );

const runNodes = (runs: readonly Inline[]): Node[] =>
  runs.flatMap(({ text, marks = [] }) => (text === '' ? [] : editorSchema.text(text, marks.map(editorMark))));

const editorMark = (mark: Mark): EditorMark =>
  editorSchema.mark(mark.type, mark.type === 'link' ? { href: mark.href } : null);

/** An empty table with a row of headings. */
export function emptyTable(rows: number, columns: number): Node {
  const row = (header: boolean) => Array.from({ length: columns }, () => ({ header, content: [] }));
  return tableNode({ type: 'table', id: '', rows: Array.from({ length: rows }, (_, at) => row(at === 0)) });
}
