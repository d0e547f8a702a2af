import { IndexeddbPersistence, PREFERRED_TRIM_SIZE, storeState } from 'y-indexeddb';
import type * as Y from 'yjs';
import { storeName } from './kept-words.ts';

/** Keeps a document in this browser, per person and document, so that unsent words outlive the tab. */
export interface Kept {
  /** True once what was kept has been read and further words are being kept; false where the browser cannot. */
  ready: Promise<boolean>;
  /** The origin of changes read back from this browser. */
  origin: unknown;
  close(): Promise<void>;
}

/** Why nothing is kept any more: another tab has wiped it, or the browser takes no more (site data cleared, disk full). */
export type KeptEnd = 'wiped' | 'failed';

/** @param onEnd from now on nothing more is kept; told once */
export const keepHere = async (
  person: string,
  name: string,
  doc: Y.Doc,
  onEnd: (why: KeptEnd) => void = () => {},
): Promise<Kept | null> => {
  const store = storeName(person, name);
  if (!(await canOpen(store))) return null;
  const persistence = new IndexeddbPersistence(store, doc);
  const failed = Promise.withResolvers<false>();
  const end = (why: KeptEnd) => {
    if (persistence._destroyed) return;
    // closed, it would refuse the next word typed, in the middle of an edit
    persistence.destroy().catch(() => undefined);
    failed.resolve(false);
    onEnd(why);
  };
  keepAtOnce(persistence, doc, () => end('failed'));
  void persistence._db.then((db) => {
    db.onversionchange = () => end('wiped');
    db.onclose = () => end('failed');
    // each of its transactions' aborts comes up to it
    db.onabort = () => end('failed');
  });
  return {
    ready: Promise.race([persistence.whenSynced.then(() => true), failed.promise]),
    origin: persistence,
    close: () => persistence.destroy().catch(() => undefined),
  };
};

const TRIM_AFTER_MS = 1000;

/**
 * Each edit is committed as it is written. y-indexeddb waits for its transactions to end by themselves, which they do only while the
 * page lives: half a sentence typed just before a tab was closed was gone, since nothing ends while the browser asks whether to leave.
 * Nothing is thrown here: Yjs would tell nobody of any later edit, this tab's connection included.
 */
const keepAtOnce = (persistence: IndexeddbPersistence, doc: Y.Doc, onRefused: () => void): void => {
  doc.off('update', persistence._storeUpdate);
  persistence._storeUpdate = (update: Uint8Array, origin: unknown) => {
    const { db } = persistence;
    if (!db || origin === persistence) return;
    try {
      const transaction = db.transaction('updates', 'readwrite');
      transaction.objectStore('updates').add(update);
      transaction.commit();
    } catch {
      onRefused();
      return;
    }
    persistence._dbsize += 1;
    if (persistence._dbsize < PREFERRED_TRIM_SIZE) return;
    clearTimeout(persistence._storeTimeoutId);
    persistence._storeTimeoutId = setTimeout(() => void trim(persistence).catch(onRefused), TRIM_AFTER_MS);
  };
  doc.on('update', persistence._storeUpdate);
};

/** `storeState` throws at once where the database is closed. */
const trim = async (persistence: IndexeddbPersistence): Promise<void> => storeState(persistence, false);

/** y-indexeddb lets a refused database end as an uncaught rejection: open it once ourselves first. */
const canOpen = (store: string): Promise<boolean> =>
  new Promise((resolve) => {
    try {
      const request = indexedDB.open(store);
      request.onupgradeneeded = () => {
        request.result.createObjectStore('updates', { autoIncrement: true });
        request.result.createObjectStore('custom');
      };
      request.onsuccess = () => {
        request.result.close();
        resolve(true);
      };
      request.onerror = () => resolve(false);
    } catch {
      resolve(false);
    }
  });
