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

export const keepHere = async (person: string, name: string, doc: Y.Doc): Promise<Kept | null> => {
  const store = storeName(person, name);
  if (!(await canOpen(store))) return null;
  const persistence = new IndexeddbPersistence(store, doc);
  return {
    ready: persistence.whenSynced.then(() => true),
    origin: persistence,
    close: () => persistence.destroy().catch(() => undefined),
  };
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
