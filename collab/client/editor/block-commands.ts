import { joinBackward, splitBlock } from 'prosemirror-commands';
import type { Attrs, Node } from 'prosemirror-model';
import {
  type Command,
  type EditorState,
  Selection,
  TextSelection,
  type Transaction,
} from 'prosemirror-state';
import { canSplit } from 'prosemirror-transform';
import { ELEMENT } from '#collab/document/block-elements.ts';
import { DEEPEST_INDENT } from '#collab/document/read-blocks.ts';
import type { TextKind } from '#domain/write-up.ts';

/** What a block is as writing; everything but its id. */
export interface BlockShape {
  kind: TextKind;
  level?: number;
}

/** Gives the selected blocks a kind; all of that kind already: back to paragraphs. Changes attributes only, never a node. */
export function setShape({ kind, level = 1 }: BlockShape): Command {
  return (state, dispatch) => {
    const blocks = selectedBlocks(state);
    if (blocks.length === 0) return false;
    const already = blocks.every(({ node }) => node.attrs.kind === kind && node.attrs.level === level);
    const shape = already ? { kind: 'paragraph', level: 1, number: null } : { kind, level, number: null };
    dispatch?.(reshape(state, blocks, () => shape).scrollIntoView());
    return true;
  };
}

/** Deeper (+1) or less deep (−1). False where there is nothing to indent, so that Tab goes on to the next control. */
export function indentBy(step: 1 | -1): Command {
  return (state, dispatch) => {
    const blocks = selectedBlocks(state).filter(({ node, pos }) => mayIndent(state, node, pos, step));
    if (blocks.length === 0) return false;
    dispatch?.(
      reshape(state, blocks, ({ indent }) => ({
        indent: Number(indent) + step,
        number: null,
      })).scrollIntoView(),
    );
    return true;
  };
}

/** Enter: a new block like this one; out of what is finished; a new line in code. */
export const enter: Command = (state, dispatch, view) => {
  const { $from, empty } = state.selection;
  const { parent } = $from;
  if (parent.type.name !== ELEMENT.text) return false;
  if (parent.attrs.kind === 'code') return enterInCode(state, dispatch);
  if (parent.content.size === 0 && !isPlain(parent)) return plainer(state, dispatch, view);
  if (empty && $from.parentOffset === 0 && parent.content.size > 0) return emptyBlockBefore(state, dispatch);
  return splitAway(state, dispatch);
};

/** Backspace at the beginning of a block: first plainer, then joined to the one before. */
export const backspace: Command = (state, dispatch, view) => {
  const { $from, empty } = state.selection;
  if (!empty || $from.parentOffset > 0 || $from.parent.type.name !== ELEMENT.text) return false;
  return isPlain($from.parent) ? joinBackward(state, dispatch, view) : plainer(state, dispatch, view);
};

export const newLine: Command = (state, dispatch) => {
  if (state.selection.$from.parent.type.name !== ELEMENT.text) return false;
  dispatch?.(state.tr.insertText('\n').scrollIntoView());
  return true;
};

interface PlacedBlock {
  node: Node;
  pos: number;
}

function selectedBlocks(state: EditorState): PlacedBlock[] {
  const blocks: PlacedBlock[] = [];
  const { from, to } = state.selection;
  state.doc.nodesBetween(from, to, (node, pos) => {
    if (node.type.name === ELEMENT.text) blocks.push({ node, pos });
  });
  return blocks;
}

function reshape(state: EditorState, blocks: PlacedBlock[], change: (attrs: Attrs) => Attrs): Transaction {
  const { tr } = state;
  for (const { node, pos } of blocks)
    for (const [name, value] of Object.entries(change(node.attrs)))
      if (node.attrs[name] !== value) tr.setNodeAttribute(pos, name, value);
  return tr;
}

const isPlain = ({ attrs }: Node): boolean =>
  attrs.kind === 'paragraph' && attrs.indent === 0 && !attrs.quoted;

/** One step towards a plain paragraph: less deep, else not quoted, else of no kind. */
const plainer: Command = (state, dispatch) => {
  const blocks = selectedBlocks(state).slice(0, 1);
  dispatch?.(
    reshape(state, blocks, ({ indent, quoted }) => {
      if (indent > 0) return { indent: indent - 1 };
      return quoted ? { quoted: false } : { kind: 'paragraph', level: 1, number: null };
    }).scrollIntoView(),
  );
  return blocks.length > 0;
};

const isItem = (node: Node | null | undefined): boolean =>
  node?.attrs.kind === 'bullet' || node?.attrs.kind === 'numbered';

/** An item may lie one deeper than what stands before it; a paragraph only below an item it belongs to. */
function mayIndent(state: EditorState, node: Node, pos: number, step: 1 | -1): boolean {
  const indent = Number(node.attrs.indent);
  if (step === -1) return indent > 0;
  const before = state.doc.resolve(pos).nodeBefore;
  const below = before?.type.name === ELEMENT.text && (isItem(before) || before.attrs.indent > 0);
  return below && indent < DEEPEST_INDENT && indent <= Number(before.attrs.indent);
}

/** Two line breaks at the end of code leave it. */
const enterInCode: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  const atEnd = empty && $from.parentOffset === $from.parent.content.size;
  if (!atEnd || !$from.parent.textContent.endsWith('\n')) return newLine(state, dispatch);
  const { tr } = state;
  const after = $from.after();
  tr.insert(after, paragraphAs(state));
  tr.setSelection(TextSelection.create(tr.doc, after + 1));
  tr.delete($from.pos - 1, $from.pos);
  dispatch?.(tr.scrollIntoView());
  return true;
};

/** The words keep their id, so that what points at them still does. */
const emptyBlockBefore: Command = (state, dispatch) => {
  const { $from } = state.selection;
  const { parent } = $from;
  const { tr } = state;
  const attrs =
    parent.attrs.kind === 'heading' ? { indent: parent.attrs.indent } : { ...parent.attrs, id: '' };
  tr.insert($from.before(), parent.type.create(attrs));
  // a list's number stays with its place: the new item has it, this one counts on
  if (parent.attrs.number !== null) tr.setNodeAttribute(tr.mapping.map($from.before()), 'number', null);
  tr.setSelection(Selection.near(tr.doc.resolve(tr.mapping.map($from.pos))));
  dispatch?.(tr.scrollIntoView());
  return true;
};

const splitAway: Command = (state, dispatch, view) => {
  const { $from, $to } = state.selection;
  if (!$from.sameParent($to)) return splitBlock(state, dispatch, view);
  const { tr } = state;
  tr.deleteSelection();
  const { parent } = $from;
  const attrs = parent.attrs.kind === 'heading' ? {} : { ...parent.attrs, id: '', number: null };
  const type = [{ type: parent.type, attrs }];
  if (!canSplit(tr.doc, $from.pos, 1, type)) return splitBlock(state, dispatch, view);
  dispatch?.(tr.split($from.pos, 1, type).scrollIntoView());
  return true;
};

const paragraphAs = (state: EditorState): Node => {
  const type = state.schema.nodes[ELEMENT.text];
  if (!type) throw new Error('the schema has no textblock');
  return type.create();
};
