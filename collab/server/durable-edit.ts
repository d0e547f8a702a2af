import type { Document, Hocuspocus } from '@hocuspocus/server';
import * as Y from 'yjs';
import { parseDocumentName } from '#collab/document/document-names.ts';
import { appendUpdates, commitSoonOrNever, type LoggedUpdate } from '#db/documents.ts';
import type { PersonId } from '#domain/ids.ts';
import type { AppendQueue } from './append-queue.ts';
import type { Arrivals } from './arrivals.ts';
import type { Written } from './collab-port.ts';
import type { Context } from './context.ts';
import type { Caps } from './limits.ts';
import type { LiveDocuments } from './live-documents.ts';
import type { Database } from './options.ts';
import { authorsOf } from './updates/compare-update.ts';
import { type ParsedUpdate, parseUpdate } from './updates/parse-update.ts';

export interface DurableEditOptions {
  db: Database;
  hocuspocus: Hocuspocus<Context>;
  clock: { now(): Date };
  caps: Caps;
  queue: AppendQueue;
  live: LiveDocuments;
  arrivals: Arrivals;
  /** Reads rows this node has not seen. */
  catchUp(document: Document): Promise<void>;
  /** An edit is committed that did not go through the queue. */
  committed(document: string, seq: number): void;
}

/** What belongs to an edit, in the transaction that appended it as row `seq`; false: nothing is changed. */
export type Alongside = (tx: Database, seq: number) => Promise<boolean>;

/**
 * Changes a document by the program: fork, diff, append, apply. Throws when it cannot be stored; then nothing has changed. Where
 * `alongside` says false the answer is null.
 */
export const durableEdit = (
  options: DurableEditOptions,
  name: string,
  by: PersonId | null,
  change: (doc: Y.Doc) => void,
  alongside?: Alongside,
): Promise<Written | null> =>
  options.arrivals.hold(name, async () => {
    const parsed = parseDocumentName(name);
    if (parsed?.kind !== 'write-up') throw new Error('only write-ups are edited');
    const direct = await open(options, name);
    try {
      const document = direct.document;
      if (!document) throw new Error('the document was closed at once');
      // what takes away or builds on words of another node needs them here
      await options.catchUp(document);
      const bytes = changeFork(document, change);
      if (!bytes) return null;
      const update = parseUpdate(bytes, { ...options.caps, structs: Number.MAX_SAFE_INTEGER });
      const row = { person: by, sitting: null, at: options.clock.now(), epoch: parsed.epoch, bytes };
      const seq = await append(options, { document: name, clientIds: authorsOf(update), ...row }, alongside);
      if (seq === null) return null;
      Y.applyUpdate(document, bytes, { source: 'local' });
      options.live.saw(name, { seq, bytes });
      return writtenBy(update);
    } finally {
      await direct.disconnect({ unloadImmediately: false });
    }
  });

const append = async (
  { db, queue, committed }: DurableEditOptions,
  row: LoggedUpdate,
  alongside?: Alongside,
): Promise<number | null> => {
  if (!alongside) return queue.append(row);
  const work = db.transaction().execute(async (tx) => {
    // its number is given now: long before others count it as gone (`lateCommit`)
    await commitSoonOrNever(tx);
    const [seq] = await appendUpdates(tx, [row]);
    if (seq === undefined || !(await alongside(tx, seq))) throw new NotNow();
    return seq;
  });
  const written = await work.catch((error: unknown) => {
    if (error instanceof NotNow) return null;
    throw error;
  });
  if (written !== null) committed(row.document, written);
  return written;
};

/** Takes the row back out. */
class NotNow extends Error {}

/** A fork writes as one Yjs client, from its first number on. */
const writtenBy = ({ structs }: ParsedUpdate): Written | null => {
  const [first] = structs;
  return first
    ? { client: first.client, length: structs.reduce((sum, { length }) => sum + length, 0) }
    : null;
};

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
