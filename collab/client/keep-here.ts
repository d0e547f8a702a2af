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

/** @param onWiped another tab has wiped it: nothing is kept any more */
export const keepHere = async (
  person: string,
  name: string,
  doc: Y.Doc,
  onWiped: () => void = () => {},
): Promise<Kept | null> => {
  const store = storeName(person, name);
  if (!(await canOpen(store))) return null;
  const persistence = new IndexeddbPersistence(store, doc);
  keepAtOnce(persistence, doc);
  void persistence.whenSynced.then(({ db }) => {
    if (db) db.onversionchange = () => leaveWiped(persistence, onWiped);
  });
  return {
    ready: persistence.whenSynced.then(() => true),
    origin: persistence,
    close: () => persistence.destroy().catch(() => undefined),
  };
};

const TRIM_AFTER_MS = 1000;

/**
 * Each edit is committed as it is written. y-indexeddb waits for its transactions to end by themselves, which they do only while the
 * page lives: half a sentence typed just before a tab was closed was gone, since nothing ends while the browser asks whether to leave.
 */
const keepAtOnce = (persistence: IndexeddbPersistence, doc: Y.Doc): void => {
  doc.off('update', persistence._storeUpdate);
  persistence._storeUpdate = (update: Uint8Array, origin: unknown) => {
    const { db } = persistence;
    if (!db || origin === persistence) return;
    const transaction = db.transaction('updates', 'readwrite');
    transaction.objectStore('updates').add(update);
    transaction.commit();
    persistence._dbsize += 1;
    if (persistence._dbsize < PREFERRED_TRIM_SIZE) return;
    clearTimeout(persistence._storeTimeoutId);
    persistence._storeTimeoutId = setTimeout(() => void storeState(persistence, false), TRIM_AFTER_MS);
  };
  doc.on('update', persistence._storeUpdate);
};

/** y-indexeddb closes it and goes on: the next word typed would be refused by a closed database, in the middle of an edit. */
const leaveWiped = (persistence: IndexeddbPersistence, onWiped: () => void): void => {
  persistence.db?.close();
  void persistence.destroy();
  onWiped();
};

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
