import * as Y from 'yjs';
import type { Id, ParsedStruct, ParsedUpdate } from './parse-update.ts';
import { structFinder } from './struct-finder.ts';

/**
 * True when a type of the update would stand more than `levels` deep. Yjs recurses through nested types when it deletes
 * and converts them, so that depth without end is a stack overflow waiting. Expects an update that leaves no gap.
 */
export const nestsTooDeep = (update: ParsedUpdate, doc: Y.Doc, levels: number): boolean => {
  const types = update.structs.filter(({ isType }) => isType);
  if (types.length === 0) return false;
  const parentOf = parentFinder(update, doc);
  return types.some((type) => {
    let place: Id | 'root' = type;
    for (let level = 0; level <= levels; level++) {
      place = parentOf(place);
      if (place === 'root') return false;
    }
    return true;
  });
};

/** Answers the item that holds the type an id stands in, looking into the update first, then the document. */
const parentFinder = (update: ParsedUpdate, doc: Y.Doc): ((id: Id) => Id | 'root') => {
  const structAt = structFinder(update);
  const found = new Map<ParsedStruct, Id | 'root'>();
  return (id) => {
    const passed = new Set<ParsedStruct>();
    let answer: Id | 'root' | null = null;
    let next: Id = id;
    while (answer === null) {
      const struct = structAt(next);
      if (struct?.kind !== 'item') answer = parentInDocument(doc, next);
      else {
        answer = found.get(struct) ?? struct.parent;
        // neighbours that point at each other: nowhere, which counts as endlessly deep
        if (answer === null && passed.has(struct)) answer = struct;
        passed.add(struct);
        next = struct.origin ?? struct.rightOrigin ?? next;
        if (answer === null && !struct.origin && !struct.rightOrigin) answer = 'root';
      }
    }
    for (const struct of passed) found.set(struct, answer);
    return answer;
  };
};

const parentInDocument = (doc: Y.Doc, id: Id): Id | 'root' => {
  const structs = doc.store.clients.get(id.client);
  if (!structs || id.clock >= Y.getState(doc.store, id.client)) return 'root';
  const struct = structs[Y.findIndexSS(structs, id.clock)];
  if (!(struct instanceof Y.Item) || !(struct.parent instanceof Y.AbstractType)) return 'root';
  const holder = struct.parent._item;
  return holder ? holder.id : 'root';
};
