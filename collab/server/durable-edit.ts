import type { Hocuspocus } from '@hocuspocus/server';
import * as Y from 'yjs';
import { parseDocumentName } from '#collab/document/document-names.ts';
import type { PersonId } from '#domain/ids.ts';
import type { AppendQueue } from './append-queue.ts';
import type { Arrivals } from './arrivals.ts';
import type { Context } from './context.ts';
import type { Caps } from './limits.ts';
import type { LiveDocuments } from './live-documents.ts';
import { authorsOf } from './updates/compare-update.ts';
import { parseUpdate } from './updates/parse-update.ts';

export interface DurableEditOptions {
  hocuspocus: Hocuspocus<Context>;
  clock: { now(): Date };
  caps: Caps;
  queue: AppendQueue;
  live: LiveDocuments;
  arrivals: Arrivals;
}

/** Changes a document by the program: fork, diff, append, apply. Throws when it cannot be stored; then nothing has changed. */
export const durableEdit = (
  options: DurableEditOptions,
  name: string,
  by: PersonId | null,
  change: (doc: Y.Doc) => void,
): Promise<void> =>
  options.arrivals.hold(name, async () => {
    const parsed = parseDocumentName(name);
    if (parsed?.kind !== 'write-up') throw new Error('only write-ups are edited');
    const direct = await open(options, name);
    try {
      const document = direct.document;
      if (!document) throw new Error('the document was closed at once');
      const bytes = changeFork(document, change);
      if (!bytes) return;
      const row = { person: by, sitting: null, at: options.clock.now(), epoch: parsed.epoch, bytes };
      const clientIds = authorsOf(parseUpdate(bytes, { ...options.caps, structs: Number.MAX_SAFE_INTEGER }));
      const seq = await options.queue.append({ document: name, clientIds, ...row });
      Y.applyUpdate(document, bytes, { source: 'local' });
      options.live.saw(name, { seq, bytes });
    } finally {
      await direct.disconnect({ unloadImmediately: false });
    }
  });

const open = (options: DurableEditOptions, name: string) =>
  options.hocuspocus.openDirectConnection(name).catch((cause: unknown) => {
    throw new Error('a shared document could not be opened for editing', { cause });
  });

/** What `change` does to a copy, as one update; null when it does nothing. */
const changeFork = (document: Y.Doc, change: (doc: Y.Doc) => void): Uint8Array | null => {
  const fork = new Y.Doc();
  Y.applyUpdate(fork, Y.encodeStateAsUpdate(document));
  const updates: Uint8Array[] = [];
  fork.on('update', (update: Uint8Array) => updates.push(update));
  fork.transact(() => change(fork));
  fork.destroy();
  return updates.length > 0 ? Y.mergeUpdates(updates) : null;
};
