import type { EditorView } from 'prosemirror-view';
import { ySyncPluginKey } from 'y-prosemirror';
import * as Y from 'yjs';
import { FACT_FAMILIES, FACTS_ORIGIN, factsOf } from '#collab/document/field-names.ts';

/** One person's undo over the whole write-up: what they typed in any place, and the facts they changed. Never a neighbour's words. */
export interface PersonUndo {
  undo(): boolean;
  redo(): boolean;
  /** Makes what the server wrote for this person, as Yjs numbers it, a step of their own undo; null where it has not arrived. */
  adopt(written: { client: number; length: number }, fragment: Y.XmlFragment): TakeBack | null;
  /** Does something to a place, as a step of its own. */
  asOneStep(deed: () => void, fragment: Y.XmlFragment): TakeBack;
  /** Watches a place while an editor of it is open; returns how to stop. */
  watch(fragment: Y.XmlFragment, view: EditorView): () => void;
  destroy(): void;
}

/** Undoes one very step, whatever was done since; nothing where that is undone already. */
export type TakeBack = () => void;

const ONE_STEP_MS = 500;

export function personUndo(doc: Y.Doc): PersonUndo {
  const views = new Map<unknown, EditorView>();
  const tracked = new Set<unknown>([ySyncPluginKey, FACTS_ORIGIN]);
  let lastPlace: unknown = null;
  /** A title and the words under it, however quickly typed one after the other, are two steps. */
  const endStepElsewhere = ({ changedParentTypes }: Y.Transaction) => {
    const place = [...changedParentTypes.keys()].find((type) => views.has(type)) ?? null;
    if (place !== lastPlace) manager.stopCapturing();
    lastPlace = place;
  };
  const manager = new Y.UndoManager(
    FACT_FAMILIES.map((family) => factsOf(doc, family)),
    {
      captureTimeout: ONE_STEP_MS,
      trackedOrigins: tracked,
      deleteFilter: mayBeTakenBack,
      captureTransaction: (transaction) => {
        if (transaction.meta.get('addToHistory') === false) return false;
        if (tracked.has(transaction.origin)) endStepElsewhere(transaction);
        return true;
      },
    },
  );
  manager.on('stack-item-popped', ({ changedParentTypes }) => {
    const view = [...changedParentTypes.keys()].map((type) => views.get(type)).find(Boolean);
    if (view && !view.hasFocus()) view.focus();
  });
  const takingBack = (step: Step | undefined) => () => {
    const at = step ? manager.undoStack.indexOf(step) : -1;
    if (at === -1) return;
    manager.undoStack.push(...manager.undoStack.splice(at, 1));
    manager.undo();
  };
  return {
    undo: () => manager.undo() !== null,
    redo: () => manager.redo() !== null,
    adopt({ client, length }, fragment) {
      if (Y.getState(doc.store, client) < length) return null;
      manager.addToScope(fragment);
      manager.stopCapturing();
      const insertions = Y.createDeleteSet();
      insertions.clients.set(client, [{ clock: 0, len: length }]);
      const step = { insertions, deletions: Y.createDeleteSet(), meta: new Map() };
      manager.undoStack.push(step);
      manager.redoStack.length = 0;
      return takingBack(step);
    },
    asOneStep(deed, fragment) {
      manager.addToScope(fragment);
      manager.stopCapturing();
      const before = manager.undoStack.at(-1);
      deed();
      manager.stopCapturing();
      const step = manager.undoStack.at(-1);
      return takingBack(step === before ? undefined : step);
    },
    watch(fragment, view) {
      manager.addToScope(fragment);
      views.set(fragment, view);
      return () => views.delete(fragment);
    },
    destroy: () => manager.destroy(),
  };
}

type Step = Y.UndoManager['undoStack'][number];

/** A block and its id stay when it holds words: they may be a neighbour's. Entries stay too; undoing one sets `removed` (see entries.ts). */
function mayBeTakenBack(item: Y.Item): boolean {
  if (item.parentSub === 'id') return !holdsWords(item.parent);
  if (!(item.content instanceof Y.ContentType)) return true;
  const { type } = item.content;
  return !(type instanceof Y.Map) && !holdsWords(type);
}

function holdsWords(type: unknown): boolean {
  if (type instanceof Y.XmlText) return type.length > 0;
  return type instanceof Y.XmlFragment && type.toArray().some(holdsWords);
}
