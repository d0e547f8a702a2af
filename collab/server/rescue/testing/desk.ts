import { type Command, EditorState, type Plugin, TextSelection, type Transaction } from 'prosemirror-state';
import { tableEditing } from 'prosemirror-tables';
import type { EditorView } from 'prosemirror-view';
import { ySyncPlugin } from 'y-prosemirror';
import type * as Y from 'yjs';
import { keepOneText } from '#collab/client/editor/one-text.ts';
import { type PersonUndo, personUndo } from '#collab/client/editor/person-undo.ts';
import { uniqueIds } from '#collab/client/editor/unique-ids.ts';
import type { OpenDocument } from '#collab/client/open-document.ts';
import { editorSchema } from '#collab/document/editor-schema.ts';
import type { Identified } from '../../options.ts';
import { isSaved, type TestCollab, until, webSocketOf } from '../../testing.ts';

/** One person at a page whose network can be pulled out: real documents, plugins, commands and undo; only the screen is missing. */
export interface Desk {
  person: Identified;
  open: OpenDocument;
  undo: PersonUndo;
  /** The editor of one place. */
  in(place: string): Editor;
  cut(): void;
  /** Comes back, and waits until everything is saved. */
  back(): Promise<void>;
}

export interface Editor {
  state(): EditorState;
  /** Where those words begin. */
  at(words: string): number;
  /** Runs an editor's command with the caret at, or the selection from … to. */
  run(command: Command, from: number, to?: number): boolean;
  change(edit: (transaction: Transaction) => Transaction): void;
  /** Types at the end of the block that holds `into`, or right behind the words `behind`. */
  type(words: string, into: string, behind?: string): void;
}

export const openDesk = async (server: TestCollab, document: string, person: Identified): Promise<Desk> => {
  const wire = cuttable(person, server.origin);
  const open = server.open(document, person, { link: { WebSocketPolyfill: wire.WebSocket } });
  await until(() => isSaved(open), `${person.name} is there`);
  const undo = personUndo(open.doc);
  const editors = new Map<string, Editor>();
  return {
    person,
    open,
    undo,
    in: (place) => {
      const editor = editors.get(place) ?? openEditor(open.doc, place, undo);
      editors.set(place, editor);
      return editor;
    },
    cut: wire.cut,
    back: async () => {
      wire.heal();
      open.retry();
      await until(() => isSaved(open) && !open.hasUnsentWords(), `${person.name} is back`);
    },
  };
};

const openEditor = (doc: Y.Doc, place: string, undo: PersonUndo): Editor => {
  const fragment = doc.getXmlFragment(place);
  keepOneText(fragment);
  const view = new Screenless([ySyncPlugin(fragment), uniqueIds(), tableEditing()]);
  undo.watch(fragment, view as unknown as EditorView);
  const at = (words: string): number => {
    let found = -1;
    view.state.doc.descendants((node, pos) => {
      const index = node.isText ? (node.text ?? '').indexOf(words) : -1;
      if (index >= 0 && found < 0) found = pos + index;
    });
    if (found < 0) throw new Error(`"${words}" is not in ${view.state.doc}`);
    return found;
  };
  return {
    at,
    state: () => view.state,
    change: (edit) => view.dispatch(edit(view.state.tr)),
    run: (command, from, to = from) => {
      view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, from, to)));
      return command(view.state, view.dispatch);
    },
    type: (words, into, behind) => {
      const end = view.state.doc.resolve(at(into)).end();
      view.dispatch(view.state.tr.insertText(words, behind === undefined ? end : at(behind) + behind.length));
    },
  };
};

/** What y-prosemirror and our plugins need of a view. */
class Screenless {
  state: EditorState;
  isDestroyed = false;
  private readonly views: ReturnType<NonNullable<Plugin['spec']['view']>>[] = [];

  constructor(plugins: Plugin[]) {
    const doc = editorSchema.node('doc', null, [editorSchema.node('textblock')]);
    this.state = EditorState.create({ doc, plugins });
    for (const { spec } of plugins) {
      const view = spec.view?.(this as unknown as EditorView);
      if (view) this.views.push(view);
    }
  }

  dispatch = (transaction: Transaction): void => {
    const before = this.state;
    this.state = before.apply(transaction);
    for (const view of this.views) view.update?.(this as unknown as EditorView, before);
  };

  hasFocus(): boolean {
    return false;
  }
  focus(): void {}
}

/** A browser's WebSocket whose network can be pulled out. */
const cuttable = (person: Identified, origin: string) => {
  let isCut = false;
  const sockets = new Set<{ terminate(): void }>();
  const Base = webSocketOf(person, origin);
  return {
    WebSocket: class extends Base {
      constructor(address: string) {
        super(isCut ? 'ws://127.0.0.1:9/collab' : address);
        sockets.add(this);
      }
    },
    cut: () => {
      isCut = true;
      for (const socket of sockets) socket.terminate();
      sockets.clear();
    },
    heal: () => {
      isCut = false;
    },
  };
};
