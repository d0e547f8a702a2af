import { IndexeddbPersistence } from 'y-indexeddb';
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
  void persistence.whenSynced.then(({ db }) => {
    if (db) db.onversionchange = () => leaveWiped(persistence, onWiped);
  });
  return {
    ready: persistence.whenSynced.then(() => true),
    origin: persistence,
    close: () => persistence.destroy().catch(() => undefined),
  };
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
