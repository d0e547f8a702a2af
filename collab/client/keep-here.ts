import { IndexeddbPersistence } from 'y-indexeddb';
import type * as Y from 'yjs';

/** Keeps a document in this browser, per person and document, so that unsent words outlive the tab. */
export interface Kept {
  /** True once what was kept has been read and further words are being kept; false where the browser cannot. */
  ready: Promise<boolean>;
  /** The origin of changes read back from this browser. */
  origin: unknown;
  close(): void;
}

const PREFIX = 'soak';

export const keepHere = async (person: string, name: string, doc: Y.Doc): Promise<Kept | null> => {
  const store = storeName(person, name);
  if (!(await canOpen(store))) return null;
  const persistence = new IndexeddbPersistence(store, doc);
  return {
    ready: persistence.whenSynced.then(() => true),
    origin: persistence,
    close: () => void persistence.destroy().catch(() => undefined),
  };
};

/** Remembers across tabs and reloads that this document holds words no server has acknowledged. */
export const markUnsent = (person: string, name: string, unsent: boolean): void => {
  const key = `${PREFIX}:unsent:${storeName(person, name)}`;
  try {
    if (unsent) localStorage.setItem(key, '1');
    else localStorage.removeItem(key);
  } catch {
    // storage switched off: the open tab still knows
  }
};

export const isMarkedUnsent = (person: string, name: string): boolean =>
  unsentKeys(person).includes(`${PREFIX}:unsent:${storeName(person, name)}`);

/** For sign-out: whether anything of this person waits here unsent; ask before wiping. */
export const hasUnsentWords = (person: string): boolean => unsentKeys(person).length > 0;

/** For sign-out: removes everything kept here for this person. Close open documents first. */
export const wipeKept = async (person: string): Promise<void> => {
  for (const key of unsentKeys(person)) localStorage.removeItem(key);
  if (typeof indexedDB === 'undefined') return;
  const stores = await indexedDB.databases();
  const theirs = stores.filter(({ name }) => name?.startsWith(`${PREFIX}:${person}:`));
  await Promise.all(theirs.map(({ name }) => remove(name ?? '')));
};

const storeName = (person: string, name: string) => `${PREFIX}:${person}:${name}`;

const unsentKeys = (person: string): string[] => {
  try {
    const keys = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '');
    return keys.filter((key) => key.startsWith(`${PREFIX}:unsent:${PREFIX}:${person}:`));
  } catch {
    return [];
  }
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

const remove = (name: string): Promise<void> =>
  new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => resolve();
    request.onblocked = () => resolve();
  });
