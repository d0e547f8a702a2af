import { dropCursor } from 'prosemirror-dropcursor';
import { gapCursor } from 'prosemirror-gapcursor';
import type { Node } from 'prosemirror-model';
import { type Command, EditorState, Plugin, Selection } from 'prosemirror-state';
import { tableEditing } from 'prosemirror-tables';
import { EditorView } from 'prosemirror-view';
import { initProseMirrorDoc, ySyncPlugin } from 'y-prosemirror';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import { editorSchema } from '#collab/document/editor-schema.ts';
import { refuseLargePaste } from './large-paste.ts';
import { leafViews, type Surroundings } from './leaf-views.ts';
import { markdownShortcuts } from './markdown-shortcuts.ts';
import { type MenuHost, menuTrigger } from './menu-trigger.ts';
import { neighbours } from './neighbours.ts';
import { keepOneText } from './one-text.ts';
import { pasteInBody, pasteInLine, type ReadMarkdown } from './paste.ts';
import type { PersonUndo } from './person-undo.ts';
import { placeholder } from './placeholder.ts';
import { bodyKeys, type Leave, lineKeys } from './shortcuts.ts';
import { uniqueIds } from './unique-ids.ts';

/** What all editors of one page share. */
export interface Editing {
  doc: Y.Doc;
  awareness: Awareness;
  undo: PersonUndo;
  around: Surroundings;
  menu: MenuHost;
  readMarkdown: ReadMarkdown;
  /** Opens the small dialog for a link. */
  askLink(view: EditorView): void;
  /** More was pasted or dropped than comes in at once; nothing of it did. */
  onTooLarge(): void;
  mayWrite(): boolean;
}

export interface EditorPlace {
  /** Where it is mounted. */
  at: HTMLElement;
  /** Name of the fragment. */
  fragment: string;
  /** A body holds blocks; a line is one line of plain words. */
  shape: 'body' | 'line';
  /** Read aloud: "Title", "Text of the section What held". */
  label: string;
  placeholder: string;
  /** Further plugins of this place: wording hints, for one. */
  plugins?: Plugin[];
}

export interface OpenEditor {
  view: EditorView;
  /** @param behind the caret goes behind these words, where they are found */
  focus(where: 'start' | 'end', behind?: string): void;
  run(command: Command): boolean;
  close(): void;
}

/** Opens an editor of one place of the shared document. Close it when the place leaves the page. */
export function openEditor(editing: Editing, place: EditorPlace): OpenEditor {
  const fragment = editing.doc.getXmlFragment(place.fragment);
  const stopKeeping = keepOneText(fragment);
  const view = new EditorView(
    { mount: place.at },
    {
      state: stateOf(editing, place, fragment),
      editable: editing.mayWrite,
      nodeViews: leafViews(editing.around),
      attributes: () => ({
        role: 'textbox',
        'aria-readonly': String(!editing.mayWrite()),
        'aria-multiline': String(place.shape === 'body'),
        'aria-label': place.label,
        class: place.shape === 'body' ? 'words' : 'words line',
        'data-place': place.fragment,
      }),
    },
  );
  const stopWatching = editing.undo.watch(fragment, view);
  return {
    view,
    focus(where, behind = '') {
      const { doc } = view.state;
      const found = behind === '' ? null : endOfWords(doc, behind);
      const end = where === 'start' ? Selection.atStart(doc) : Selection.atEnd(doc);
      const caret = found === null ? end : Selection.near(doc.resolve(found));
      view.dispatch(view.state.tr.setSelection(caret).scrollIntoView());
      view.focus();
    },
    run: (command) => command(view.state, view.dispatch, view),
    close() {
      stopWatching();
      stopKeeping();
      view.destroy();
    },
  };
}

/** Where words end that stand within one block; null where they do not. */
function endOfWords(doc: Node, words: string): number | null {
  let end: number | null = null;
  doc.descendants((block, pos) => {
    const at = end === null && block.isTextblock ? block.textContent.indexOf(words) : -1;
    if (at >= 0) end = pos + 1 + at + words.length;
  });
  return end;
}

function stateOf(editing: Editing, place: EditorPlace, fragment: Y.XmlFragment): EditorState {
  const { doc, mapping } = firstDocument(place.shape, fragment);
  return EditorState.create({
    doc,
    plugins: [
      ySyncPlugin(fragment, mapping && { mapping }),
      uniqueIds(),
      neighbours(editing.awareness, place.fragment),
      placeholder(place.placeholder),
      refuseLargePaste(editing.onTooLarge),
      ...(place.plugins ?? []),
      ...(place.shape === 'body' ? bodyPlugins(editing) : linePlugins(editing)),
    ],
  });
}

/**
 * What the fragment holds, with the mapping that says so. Left to itself the binding opens an empty document, fills it and puts
 * a text selection at its old place, which is no text where a pointer, picture or table comes first: ProseMirror warns.
 */
function firstDocument(shape: EditorPlace['shape'], fragment: Y.XmlFragment) {
  const top = editorSchema.nodes[shape === 'body' ? 'doc' : 'line'];
  if (fragment.length > 0) {
    const { doc, mapping } = initProseMirrorDoc(fragment, editorSchema);
    const filled = top?.create(null, doc.content);
    if (filled) return { doc: filled, mapping };
  }
  const empty = top?.createAndFill();
  if (!empty) throw new Error('the schema cannot make an empty place');
  return { doc: empty };
}

function bodyPlugins(editing: Editing): Plugin[] {
  return withView((view) => [
    menuTrigger(editing.menu),
    ...markdownShortcuts(),
    pasteInBody(editing.readMarkdown),
    ...bodyKeys(editing.undo, leaving(view), () => editing.askLink(view())),
    tableEditing(),
    dropCursor({ color: 'var(--accent)', width: 2 }),
    gapCursor(),
  ]);
}

const linePlugins = (editing: Editing): Plugin[] =>
  withView((view) => [pasteInLine(), ...lineKeys(editing.undo, leaving(view))]);

/** Plugins whose keys need the view they stand in. */
function withView(make: (view: () => EditorView) => Plugin[]): Plugin[] {
  let current: EditorView | null = null;
  const view = () => {
    if (!current) throw new Error('a key was pressed in an editor that is not open');
    return current;
  };
  const remember = new Plugin({
    view: (opened) => {
      current = opened;
      return {};
    },
  });
  return [remember, ...make(view)];
}

/** Goes to the next or previous editor of the page. */
const leaving =
  (view: () => EditorView): Leave =>
  (direction) => {
    const all = [...document.querySelectorAll<HTMLElement>('.words[contenteditable="true"]')];
    const at = all.indexOf(view().dom);
    const next = at === -1 ? undefined : all[at + direction];
    if (!next) return false;
    next.focus();
    const selection = getSelection();
    selection?.selectAllChildren(next);
    if (direction === 1) selection?.collapseToStart();
    else selection?.collapseToEnd();
    next.scrollIntoView({ block: 'nearest' });
    return true;
  };
