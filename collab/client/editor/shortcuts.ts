import { baseKeymap, chainCommands } from 'prosemirror-commands';
import { keymap } from 'prosemirror-keymap';
import { type Command, type Plugin, Selection } from 'prosemirror-state';
import { goToNextCell } from 'prosemirror-tables';
import { backspace, enter, indentBy, newLine, setShape } from './block-commands.ts';
import { toggle } from './mark-commands.ts';
import type { PersonUndo } from './person-undo.ts';

/** The caret leaves this editor for the next or the previous one; false where there is none. */
export type Leave = (direction: 1 | -1) => boolean;

/** Keys of a body. */
export const bodyKeys = (undo: PersonUndo, leave: Leave, askLink: () => void): Plugin[] => [
  keymap({
    ...undoKeys(undo),
    ...leavingKeys(leave),
    Enter: enter,
    'Shift-Enter': newLine,
    Backspace: backspace,
    Tab: chainCommands(goToNextCell(1), indentBy(1)),
    'Shift-Tab': chainCommands(goToNextCell(-1), indentBy(-1)),
    'Mod-b': toggle('bold'),
    'Mod-i': toggle('italic'),
    'Mod-e': toggle('code'),
    'Mod-Shift-x': toggle('strike'),
    'Mod-k': () => {
      askLink();
      return true;
    },
    'Mod-Home': goTo('start'),
    'Mod-End': goTo('end'),
    'Mod-Alt-0': setShape({ kind: 'paragraph' }),
    'Mod-Alt-1': setShape({ kind: 'heading', level: 1 }),
    'Mod-Alt-2': setShape({ kind: 'heading', level: 2 }),
    'Mod-Alt-3': setShape({ kind: 'heading', level: 3 }),
    'Mod-Shift-7': setShape({ kind: 'numbered' }),
    'Mod-Shift-8': setShape({ kind: 'bullet' }),
    'Mod-Shift-9': setShape({ kind: 'quote' }),
  }),
  keymap(baseKeymap),
];

/** Keys of one line: Enter goes on to what comes next. */
export const lineKeys = (undo: PersonUndo, leave: Leave): Plugin[] => [
  keymap({
    ...undoKeys(undo),
    ...leavingKeys(leave),
    Enter: () => leave(1) || true,
    'Shift-Enter': () => true,
    'Mod-Enter': () => true,
  }),
  keymap(baseKeymap),
];

/** Browsers stop before a picture or a quotation that ends the text. */
const goTo =
  (where: 'start' | 'end'): Command =>
  (state, dispatch) => {
    const selection = where === 'start' ? Selection.atStart(state.doc) : Selection.atEnd(state.doc);
    dispatch?.(state.tr.setSelection(selection).scrollIntoView());
    return true;
  };

const undoKeys = (undo: PersonUndo): Record<string, Command> => ({
  'Mod-z': () => undo.undo() || true,
  'Mod-Shift-z': () => undo.redo() || true,
  'Mod-y': () => undo.redo() || true,
});

/** Up from the first line and down from the last go to the neighbouring editor, so that the page reads as one text. */
const leavingKeys = (leave: Leave): Record<string, Command> => ({
  ArrowDown: (state, _dispatch, view) =>
    state.selection.empty &&
    state.selection.$to.pos >= state.doc.content.size - 1 - state.selection.$to.parent.content.size &&
    view?.endOfTextblock('down') === true &&
    leave(1),
  ArrowUp: (state, _dispatch, view) =>
    state.selection.empty &&
    state.selection.$from.start() <= 1 &&
    view?.endOfTextblock('up') === true &&
    leave(-1),
});
