import type { Command } from 'prosemirror-state';
import {
  addColumnAfter,
  addRowAfter,
  deleteColumn,
  deleteRow,
  deleteTable,
  isInTable,
} from 'prosemirror-tables';
import type { EditorView } from 'prosemirror-view';
import { setShape } from '#collab/client/editor/block-commands.ts';
import { emptyTable } from '#collab/client/editor/block-nodes.ts';
import { editorSchema } from '#collab/document/editor-schema.ts';
import { freshId } from '#collab/document/fresh-id.ts';

/** One line of the menu. */
export interface MenuItem {
  id: string;
  words: string;
  /** What it does or how to type it, in ink-3. */
  note: string;
  /** Other words somebody may look for it by. */
  also: string;
  run(view: EditorView): void;
}

/** Things only the page can do: open a dialog, add an entry. */
export interface MenuDeeds {
  addFinding(view: EditorView): void;
  addMoment(view: EditorView): void;
  addSection(view: EditorView): void;
  choosePicture(view: EditorView): void;
  quoteMessage(view: EditorView): void;
  link(view: EditorView): void;
}

/** What can be put in where the caret stands; inside a table its own rows and columns. */
export function menuItems(view: EditorView, deeds: MenuDeeds, query: string): MenuItem[] {
  const all = isInTable(view.state) ? inTable : [...ofText, ...ofPage(deeds)];
  const asked = query.trim().toLocaleLowerCase('en');
  return all.filter(({ words, also }) => `${words} ${also}`.toLocaleLowerCase('en').includes(asked));
}

const item = (
  id: string,
  words: string,
  note: string,
  also: string,
  run: (view: EditorView) => void,
): MenuItem => ({
  id,
  words,
  note,
  also,
  run,
});

const by = (command: Command) => (view: EditorView) => {
  command(view.state, view.dispatch, view);
};

const ofText: MenuItem[] = [
  item('text', 'Text', 'a plain paragraph', 'paragraph', by(setShape({ kind: 'paragraph' }))),
  item('heading', 'Heading', '# and a space', 'title h1', by(setShape({ kind: 'heading', level: 1 }))),
  item('subheading', 'Smaller heading', '## and a space', 'h2', by(setShape({ kind: 'heading', level: 2 }))),
  item('list', 'List', '- and a space', 'bullet points', by(setShape({ kind: 'bullet' }))),
  item('numbers', 'Numbered list', '1. and a space', 'ordered steps', by(setShape({ kind: 'numbered' }))),
  item('quote', 'Quotation', '> and a space', 'quote cite', by(setShape({ kind: 'quote' }))),
  item('code', 'Code', 'three backticks', 'log output command', by(setShape({ kind: 'code' }))),
  item('table', 'Table', 'three columns to begin with', 'grid rows', (view) =>
    insert(view, emptyTable(3, 3)),
  ),
  item('rule', 'Line', 'three hyphens', 'rule divider separator', (view) =>
    insert(view, editorSchema.node('rule', { id: freshId() })),
  ),
];

const ofPage = (deeds: MenuDeeds): MenuItem[] => [
  item('message', 'Quote a message', 'from the evidence', 'evidence chat slack', deeds.quoteMessage),
  item('picture', 'Picture', 'from this device', 'image graph screenshot upload', deeds.choosePicture),
  item('link', 'Link', 'Ctrl K', 'url address', deeds.link),
  item(
    'finding',
    'Finding',
    'and a link to it here',
    'contributor mitigator risk red herring question',
    deeds.addFinding,
  ),
  item('moment', 'Moment', 'and a link to it here', 'timeline time event', deeds.addMoment),
  item('section', 'Section', 'below this one', 'chapter part', deeds.addSection),
];

const inTable: MenuItem[] = [
  item('row', 'Row below', '', 'add line', by(addRowAfter)),
  item('column', 'Column to the right', '', 'add', by(addColumnAfter)),
  item('no-row', 'Take out this row', '', 'delete remove', by(deleteRow)),
  item('no-column', 'Take out this column', '', 'delete remove', by(deleteColumn)),
  item('no-table', 'Take out the table', '', 'delete remove', by(deleteTable)),
];

/** Puts a block behind the one the caret stands in, and the caret into what follows. */
export function insert(view: EditorView, node: import('prosemirror-model').Node): void {
  const { $from } = view.state.selection;
  const empty = $from.depth === 1 && $from.parent.content.size === 0;
  const tr = view.state.tr;
  if (empty) tr.insert($from.before(1), node);
  else tr.insert($from.after(1), [node, editorSchema.node('textblock', { id: freshId() })]);
  view.dispatch(tr.scrollIntoView());
}
