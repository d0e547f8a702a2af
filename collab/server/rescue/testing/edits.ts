import { deleteSelection, joinBackward, joinForward } from 'prosemirror-commands';
import { AllSelection, NodeSelection } from 'prosemirror-state';
import { addRowAfter, deleteRow, deleteTable } from 'prosemirror-tables';
import { enter, indentBy, setShape } from '#collab/client/editor/block-commands.ts';
import type { Block, TextBlock } from '#domain/write-up.ts';
import type { Editor } from './desk.ts';

/** A structural edit of the example's blocks, and what becomes of words typed into `into` at the same time. For tests. */
export interface StructuralEdit {
  name: string;
  into: string;
  behind?: string;
  deed(editor: Editor): unknown;
  words: 'stay' | 'are offered';
}

export const EDITS: StructuralEdit[] = [
  { name: 'split', into: 'Two', deed: (e) => e.run(enter, e.at('words of two')), words: 'stay' },
  {
    name: 'split, typed in the half that moves',
    into: 'Two',
    behind: 'words',
    deed: (e) => e.run(enter, e.at('words of two')),
    words: 'stay',
  },
  {
    name: 'join by Backspace',
    into: 'Two',
    deed: (e) => e.run(joinBackward, e.at('Two')),
    words: 'are offered',
  },
  {
    name: 'join by Delete',
    into: 'Two',
    deed: (e) => e.run(joinForward, e.at('One.') + 4),
    words: 'are offered',
  },
  {
    name: 'join, typed in the part that moves',
    into: 'Two',
    behind: 'the words',
    deed: (e) => e.run(joinBackward, e.at('Two')),
    words: 'are offered',
  },
  {
    name: 'change of type',
    into: 'Two',
    deed: (e) => e.run(setShape({ kind: 'heading' }), e.at('Two')),
    words: 'stay',
  },
  { name: 'wrap', into: 'Two', deed: (e) => e.run(setShape({ kind: 'quote' }), e.at('Two')), words: 'stay' },
  {
    name: 'list indent',
    into: 'Second item',
    deed: (e) => e.run(indentBy(1), e.at('Second item')),
    words: 'stay',
  },
  {
    name: 'a row taken out',
    into: 'cell c',
    deed: (e) => e.run(deleteRow, e.at('cell c')),
    words: 'are offered',
  },
  { name: 'a row put in', into: 'cell c', deed: (e) => e.run(addRowAfter, e.at('cell a')), words: 'stay' },
  {
    name: 'a table taken out',
    into: 'cell d',
    deed: (e) => e.run(deleteTable, e.at('cell a')),
    words: 'are offered',
  },
  { name: 'cut and paste', into: 'Two', deed: (e) => cutAndPaste(e, 'Two'), words: 'are offered' },
  { name: 'drag', into: 'Two', deed: (e) => drag(e, 'Two'), words: 'stay' },
  { name: 'a block deleted', into: 'Two', deed: (e) => deleteBlock(e, 'Two'), words: 'are offered' },
  {
    name: 'everything deleted',
    into: 'Two',
    deed: (e) => e.change((tr) => tr.setSelection(new AllSelection(tr.doc)).deleteSelection()),
    words: 'are offered',
  },
  {
    name: 'words deleted around the caret',
    into: 'Two',
    behind: 'words',
    deed: (e) => e.run(deleteSelection, e.at('Two') + 2, e.at('of two')),
    words: 'stay',
  },
];

export const deleteBlock = (editor: Editor, words: string) =>
  editor.change((tr) => {
    const $at = tr.doc.resolve(editor.at(words));
    return tr.delete($at.before(), $at.after());
  });

/** Two steps, and what is pasted has an id of its own. */
export const cutAndPaste = (editor: Editor, words: string) => {
  const { parent } = editor.state().doc.resolve(editor.at(words));
  deleteBlock(editor, words);
  editor.change((tr) => tr.insert(0, parent.type.create({ ...parent.attrs, id: '' }, parent.content)));
};

/** One step, as the editor's own drop does it. */
export const drag = (editor: Editor, words: string) =>
  editor.change((tr) => {
    const chosen = NodeSelection.create(tr.doc, tr.doc.resolve(editor.at(words)).before());
    return tr.setSelection(chosen).deleteSelection().insert(0, chosen.node);
  });

const block = (words: string, more: Partial<TextBlock> = {}): Block => ({
  type: 'text',
  id: words,
  kind: 'paragraph',
  level: 1,
  indent: 0,
  content: [{ text: words }],
  ...more,
});
const cell = (words: string) => ({ header: false, content: [{ text: words }] });

export const BLOCKS: Block[] = [
  block('One.'),
  block('Two, with the words of two.'),
  block('Three.'),
  block('First item', { kind: 'bullet' }),
  block('Second item', { kind: 'bullet' }),
  {
    type: 'table',
    id: 'table',
    rows: [
      [cell('cell a'), cell('cell b')],
      [cell('cell c'), cell('cell d')],
    ],
  },
  block('Last.'),
];
