import type * as Y from 'yjs';
import { FACT_FAMILIES, factsOf } from '#collab/document/field-names.ts';
import { readStructure, type Structure } from '#collab/document/read-structure.ts';
import { createStore, type Store } from '../store.ts';

/** The write-up's parts and facts, watched. Typing does not touch it: a page that reads it renders nothing at a keystroke. */
export function structureStore(doc: Y.Doc): Store<Structure> & { stop(): void } {
  const store = createStore(readStructure(doc));
  const families = FACT_FAMILIES.map((family) => factsOf(doc, family));
  let waiting = false;
  const look = () => {
    if (waiting) return;
    waiting = true;
    queueMicrotask(() => {
      waiting = false;
      store.set(readStructure(doc));
    });
  };
  for (const family of families) family.observeDeep(look);
  return {
    get: store.get,
    subscribe: store.subscribe,
    stop: () => {
      for (const family of families) family.unobserveDeep(look);
    },
  };
}
