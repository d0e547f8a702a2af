// Apart from keeping itself, so that a page without shared documents needs none of Yjs.

const PREFIX = 'soak';

/** The browser database that keeps one document for one person. */
export const storeName = (person: string, name: string) => `${PREFIX}:${person}:${name}`;

/** Where it is remembered that something of this person's is kept here and unsent. */
export const unsentKey = (person: string, name: string) => `${PREFIX}:unsent:${storeName(person, name)}`;

/**
 * Remembers across tabs and reloads that this document holds words no server has acknowledged.
 * @param since where the document stood before the first of them, as a Yjs state vector; what is remembered already stays
 */
export const markUnsent = (person: string, name: string, unsent: boolean, since?: Uint8Array): void => {
  const key = unsentKey(person, name);
  try {
    if (!unsent) localStorage.removeItem(key);
    else if (localStorage.getItem(key) === null)
      localStorage.setItem(key, since ? btoa(String.fromCharCode(...since)) : UNKNOWN);
  } catch {
    // storage switched off: the open tab still knows
  }
};

export const isMarkedUnsent = (person: string, name: string): boolean =>
  unsentKeys(person).includes(unsentKey(person, name));

/** Where the document stood before its first unsent word; null where that is not known. */
export const unsentSince = (person: string, name: string): Uint8Array | null => {
  try {
    const kept = localStorage.getItem(unsentKey(person, name));
    return kept && kept !== UNKNOWN ? Uint8Array.from(atob(kept), (sign) => sign.charCodeAt(0)) : null;
  } catch {
    return null;
  }
};

/** As earlier versions of Soak left it. */
const UNKNOWN = '1';

/** The review and epoch in a write-up's name. */
export const parseWriteUpStore = (name: string): { review: string; epoch: number } | null => {
  const [, review, epoch] = /^write-up:([^:]+):(\d+)$/.exec(name) ?? [];
  return review && epoch ? { review, epoch: Number(epoch) } : null;
};

/** Names of a write-up's older epochs of which this browser still keeps something for this person. */
export const listOlderStores = async (person: string, name: string): Promise<string[]> => {
  const current = parseWriteUpStore(name);
  if (!current || current.epoch === 1 || typeof indexedDB === 'undefined') return [];
  const older = Array.from({ length: current.epoch - 1 }, (_, at) => `write-up:${current.review}:${at + 1}`);
  const stores = await indexedDB.databases().catch(() => null);
  const names = stores && new Set(stores.map((store) => store.name));
  return older.filter((one) => names?.has(storeName(person, one)) ?? true);
};

/** What is kept here of one document for one person. */
export const forgetStore = (person: string, name: string): Promise<void> => remove(storeName(person, name));

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

const unsentKeys = (person: string): string[] => {
  try {
    const keys = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '');
    return keys.filter((key) => key.startsWith(`${PREFIX}:unsent:${PREFIX}:${person}:`));
  } catch {
    return [];
  }
};

const remove = (name: string): Promise<void> =>
  new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => resolve();
    request.onblocked = () => resolve();
  });
