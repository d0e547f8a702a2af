import type { EditorView } from 'prosemirror-view';
import { CommentCarrier } from '#collab/client/comment-carrier.ts';
import { lineStore } from '#collab/client/editor/line-store.ts';
import type { Editing, OpenEditor } from '#collab/client/editor/open-editor.ts';
import { type PersonUndo, personUndo } from '#collab/client/editor/person-undo.ts';
import { type Present, presentStore } from '#collab/client/editor/present-store.ts';
import { structureStore } from '#collab/client/editor/structure-store.ts';
import { type OpenDocument, openDocument } from '#collab/client/open-document.ts';
import { isClosed } from '#collab/client/saved-state.ts';
import { createStore, type Store, type WritableStore } from '#collab/client/store.ts';
import type { Structure } from '#collab/document/read-structure.ts';
import { EditorMenuState } from './editor-menu-state.ts';
import { HintBoard } from './hint-board.ts';
import { pageSurroundings } from './page-surroundings.ts';
import { RescuedBoard } from './rescued-board.ts';
import type { WritingFacts } from './surroundings.tsx';

/** One write-up open for writing on one page: everything its editors, lists and buttons share. */
export interface WritingSession {
  /** Whose it is, and of which review. */
  whose: { person: string; review: string };
  open: OpenDocument;
  editing: Editing;
  undo: PersonUndo;
  /** Carries comments through what is changed here; `carried` rises whenever there is something to send. */
  carrier: CommentCarrier;
  carried: Store<number>;
  /** True from the first editor on that has opened. */
  isWrittenIn: Store<boolean>;
  structure: Store<Structure>;
  present: Store<readonly Present[]>;
  menu: EditorMenuState;
  hints: HintBoard;
  /** The editor whose link is being edited, null while none is. */
  linking: WritableStore<EditorView | null>;
  /** A picture or a message being chosen: into an editor, or as evidence of an entry. */
  asking: WritableStore<Asking | null>;
  /** Words of this person's own that lost their place. */
  rescued: RescuedBoard;
  /** What happened a moment ago, and how to take it back where that can be done. */
  notice: WritableStore<Notice | null>;
  /** The words of a place on one line; the same store for everyone who asks. */
  line(fragment: string): Store<string>;
  /** Editors report here, so that a new part can be given the caret. */
  opened(fragment: string, editor: OpenEditor): () => void;
  /** @param behind the caret goes behind these words, where they are found */
  focus(fragment: string, behind?: string): void;
  /** The editor of a place, where one is open. */
  editorOf(fragment: string): OpenEditor | undefined;
  /** Somebody has asked for this place's caret before it was there. */
  isAwaited(fragment: string): boolean;
  close(): void;
}

export type Asking =
  | { kind: 'picture' | 'message'; view: EditorView }
  | { kind: 'evidence'; family: 'findings' | 'moments'; id: string };

export interface Notice {
  words: string;
  undo?(): void;
  /** What undoing is called; "Put it back" where nothing is said. */
  undoWords?: string;
}

export interface SessionOptions {
  document: string;
  person: string;
  mayWrite: boolean;
  facts: WritingFacts;
}

const TOO_LARGE =
  'That is more than a million letters, too much at once. Nothing here has changed: paste it in smaller parts, or bring it in as evidence.';

/** In the browser only. */
export function openWritingSession({
  document: name,
  person,
  mayWrite,
  facts,
}: SessionOptions): WritingSession {
  const open = openDocument({ name, person, mayWrite });
  const undo = personUndo(open.doc);
  const carried = createStore(0);
  const carrier = new CommentCarrier(open.doc, () => carried.set(carried.get() + 1));
  const structure = structureStore(open.doc);
  const present = presentStore(open.awareness);
  const linking = createStore<EditorView | null>(null);
  const notice = createStore<Notice | null>(null);
  const asking = createStore<Asking | null>(null);
  const lines = new Map<string, ReturnType<typeof lineStore>>();
  const editors = new Map<string, OpenEditor>();
  const isWrittenIn = createStore(false);
  let awaited: string | null = null;
  const menu = new EditorMenuState();
  const line = (fragment: string) => {
    const store = lines.get(fragment) ?? lineStore(open.doc, fragment);
    lines.set(fragment, store);
    return store;
  };
  const whose = { person, review: facts.review };
  const rescued = new RescuedBoard(whose, open, undo);
  const editing: Editing = {
    doc: open.doc,
    awareness: open.awareness,
    undo,
    around: pageSurroundings(facts, line),
    menu,
    readMarkdown: async (text) => {
      const { markdownToBlocks } = await import('#domain/import/markdown-to-blocks.ts');
      const { freshId } = await import('#collab/document/fresh-id.ts');
      return markdownToBlocks(text, freshId);
    },
    askLink: (view) => linking.set(view),
    onTooLarge: () => notice.set({ words: TOO_LARGE }),
    // what is typed after an erasure would belong to no write-up any more
    mayWrite: () => !isClosed(open.link.get()) && open.link.get().reason?.name !== 'erased',
  };
  return {
    whose,
    open,
    editing,
    undo,
    carrier,
    carried,
    isWrittenIn,
    structure,
    present,
    menu,
    hints: new HintBoard(person, facts.review),
    linking,
    asking,
    notice,
    rescued,
    line,
    opened(fragment, editor) {
      editors.set(fragment, editor);
      isWrittenIn.set(true);
      if (awaited === fragment) {
        awaited = null;
        editor.focus('end');
      }
      return () => editors.delete(fragment);
    },
    focus(fragment, behind) {
      const editor = editors.get(fragment);
      if (editor) editor.focus('end', behind);
      else awaited = fragment;
    },
    editorOf: (fragment) => editors.get(fragment),
    isAwaited: (fragment) => awaited === fragment,
    close() {
      rescued.close();
      structure.stop();
      present.stop();
      for (const store of lines.values()) store.stop();
      undo.destroy();
      open.close();
    },
  };
}
