import { parseDocumentName } from '#collab/document/document-names.ts';
import { appendUpdates, insertDocument } from '#db/documents.ts';
import type { CollabPort } from './collab-port.ts';

/** Creates a write-up with its first words, inside the transaction that creates its review: seeded once, on the server. */
export const createDocument: CollabPort['create'] = async (tx, name, update, by, at) => {
  const parsed = parseDocumentName(name);
  if (parsed?.kind !== 'write-up') throw new Error('only write-ups are created');
  const { review, epoch } = parsed;
  await insertDocument(tx, { name, review, epoch, at });
  await appendUpdates(tx, [
    { document: name, person: by, sitting: null, clientIds: [], at, epoch, bytes: update },
  ]);
};
