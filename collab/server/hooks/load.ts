import type { Document, Extension } from '@hocuspocus/server';
import { CLOSE } from '#collab/document/close-reasons.ts';
import { parseDocumentName } from '#collab/document/document-names.ts';
import type { Arrivals } from '../arrivals.ts';
import type { Context } from '../context.ts';
import type { LiveDocuments } from '../live-documents.ts';
import { loadDocument } from '../load-document.ts';
import type { CollabOptions, Database } from '../options.ts';
import { Refusal } from '../refusal.ts';

export interface LoadOptions {
  db: Database;
  log: CollabOptions['log'];
  loadMs: number;
  live: LiveDocuments;
  arrivals: Arrivals;
  isClosing(): boolean;
}

const RETRY_MS = 250;

/** Brings a write-up into memory whole, or not at all. */
export const load = (options: LoadOptions): Extension<Context> => ({
  extensionName: 'load',
  async onLoadDocument({ document, documentName }) {
    if (parseDocumentName(documentName)?.kind !== 'write-up') return;
    const until = performance.now() + options.loadMs;
    for (;;) {
      try {
        return await loadInto(document, options);
      } catch (error) {
        if (error instanceof Refusal) throw error;
        options.log.error('collab load', error);
        if (performance.now() > until || options.isClosing()) throw refuseAll(documentName, options, error);
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
  },
  async afterUnloadDocument({ documentName }) {
    options.live.forget(documentName);
  },
});

const loadInto = async (document: Document, { db, live }: LoadOptions): Promise<void> => {
  const tellAgain = tellNobody(document);
  try {
    const started = live.start(document.name, 0);
    const stored = await loadDocument(db, document.name, document, (row) => live.saw(document.name, row));
    // it was there when they were let in: its words were erased between the two, and who asks again is told so
    if (!stored) throw new Refusal(CLOSE.broken);
    started.bytes += stored.snapshotBytes;
    started.generation = stored.generation;
  } catch (error) {
    live.forget(document.name);
    throw error;
  } finally {
    tellAgain();
  }
};

/** Nobody is there yet: writing each slice down once more for them takes as long as reading it. Gives how to go on telling. */
const tellNobody = (document: Document): (() => void) => {
  const listeners = [...(document._observers.get('update') ?? [])];
  for (const listener of listeners) document.off('update', listener);
  return () => {
    for (const listener of listeners) document.on('update', listener);
  };
};

/** Hocuspocus tells only the first of those who wait: the others would read "permission denied". */
const refuseAll = (name: string, { arrivals }: LoadOptions, cause: unknown): Refusal => {
  for (const socket of arrivals.waitingFor(name)) socket.refuse(CLOSE.cannotSave);
  return new Refusal(CLOSE.cannotSave, cause);
};
