import * as Y from 'yjs';
import { FACT_FAMILIES, factsOf } from '#collab/document/field-names.ts';
import { isHidden } from '#collab/document/place-entry.ts';
import { applyAndFindLosses, type Loss, structsWithin } from './find-losses.ts';
import type { IdRange } from './id-set.ts';

/**
 * Follows a document while its log is applied, row by row, and says which words people lost. Pure of time and person: the
 * same rows in the same order say the same, on every node and after every restart.
 */
export const watchReplay = (doc: Y.Doc): { apply(row: Uint8Array): Loss[] } => {
  // asked for before the first row: Yjs makes a map of a root only when somebody asks for one
  const facts = new Set<unknown>(FACT_FAMILIES.map((family) => factsOf(doc, family)));
  let hidden = hiddenNames(doc);
  return {
    apply: (row) => {
      const before = hidden;
      const written: IdRange[] = [];
      let factsChanged = false;
      const look = (transaction: Y.Transaction) => {
        factsChanged ||= [...transaction.changedParentTypes.keys()].some((type) => facts.has(type));
        if (before.size > 0) written.push(...newWords(transaction));
      };
      doc.on('afterTransaction', look);
      const lost = applyAndFindLosses(doc, row);
      doc.off('afterTransaction', look);
      if (factsChanged) hidden = hiddenNames(doc);
      // there before this row, and still: who typed there had not seen it go
      const unseen = written.filter((range) => {
        const place = placeOf(doc, range);
        return place !== null && before.has(place) && isHidden(doc, place);
      });
      return [...lost.map(asLoss('lost')), ...unseen.map(asLoss('hidden'))];
    },
  };
};

const asLoss =
  (kind: Loss['kind']) =>
  (range: IdRange): Loss => ({ ...range, kind });

/** Every fragment of an entry that is taken out just now. */
const hiddenNames = (doc: Y.Doc): Set<string> =>
  new Set([...doc.share.keys()].filter((name) => isHidden(doc, name)));

const newWords = ({ beforeState, afterState, doc }: Y.Transaction): IdRange[] =>
  [...afterState].flatMap(([client, after]) => {
    const before = beforeState.get(client) ?? 0;
    const structs = structsWithin(doc.store.clients.get(client) ?? [], before, after - before);
    return [...structs].flatMap((struct) =>
      struct instanceof Y.Item && !struct.deleted && struct.content instanceof Y.ContentString
        ? [{ client, clock: struct.id.clock, length: struct.length }]
        : [],
    );
  });

const placeOf = (doc: Y.Doc, { client, clock }: IdRange): string | null => {
  const item = Y.getItem(doc.store, Y.createID(client, clock));
  return item instanceof Y.Item ? rootNameOf(doc, item) : null;
};

/** The name of the fragment an item stands in, however deep. */
export const rootNameOf = (doc: Y.Doc, item: Y.Item): string | null => {
  let type = item.parent;
  while (type instanceof Y.AbstractType && type._item) type = type._item.parent;
  for (const [name, root] of doc.share) if (root === type) return name;
  return null;
};
