// Apart from keeping itself, so that a page without shared documents needs none of Yjs.

const PREFIX = 'soak';

/** The browser database that keeps one document for one person. */
export const storeName = (person: string, name: string) => `${PREFIX}:${person}:${name}`;

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
