// Apart from keeping itself, so that a page without shared documents needs none of Yjs.

const PREFIX = 'soak';

/** The browser database that keeps one document for one person. */
export const storeName = (person: string, name: string) => `${PREFIX}:${person}:${name}`;

/** Under such names it is remembered that something of this person's is kept here and unsent. */
export const unsentKey = (person: string, name: string) => `${PREFIX}:unsent:${storeName(person, name)}`;

/** That one tab had words no server had acknowledged, whether it is still open or not. */
export interface UnsentMark {
  key: string;
  /** From where on words of which Yjs client are unsent; null in marks of earlier versions of Soak, which did not say. */
  from: ReadonlyMap<number, number> | null;
}

/**
 * Remembers across tabs and reloads that this tab has words no server has acknowledged. Each tab has a mark of its own: what one of
 * them sent says nothing about what another typed.
 * @param from of which Yjs client, and from where on, words are unsent
 */
export const markUnsent = (
  person: string,
  name: string,
  sitting: string,
  from: ReadonlyMap<number, number>,
): void => {
  const key = `${unsentKey(person, name)}${TAB}${sitting}`;
  const words = JSON.stringify([...from]);
  try {
    if (localStorage.getItem(key) !== words) localStorage.setItem(key, words);
  } catch {
    // storage switched off: the open tab still knows
  }
};

export const unmarkUnsent = (person: string, name: string, sitting: string): void =>
  forgetMarks([{ key: `${unsentKey(person, name)}${TAB}${sitting}`, from: null }]);

/** The marks of all tabs, of those that are open and of those that were. */
export const listMarks = (person: string, name: string): UnsentMark[] => {
  const plain = unsentKey(person, name);
  return unsentKeys(person)
    .filter((key) => key === plain || key.startsWith(plain + TAB))
    .map((key) => ({ key, from: readFrom(localStorage.getItem(key)) }));
};

/** For who has sent what they marked, or kept it elsewhere. */
export const forgetMarks = (marks: readonly UnsentMark[]): void => {
  try {
    for (const { key } of marks) localStorage.removeItem(key);
  } catch {
    // storage switched off: there are none
  }
};

export const isMarkedUnsent = (person: string, name: string): boolean => listMarks(person, name).length > 0;

/** Stands in no name of a document. */
const TAB = '#';

const readFrom = (kept: string | null): UnsentMark['from'] => {
  try {
    const pairs: unknown = JSON.parse(kept ?? '');
    return Array.isArray(pairs) ? new Map(pairs as [number, number][]) : null;
  } catch {
    return null;
  }
};

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

/** For sign-out: whether anything of this person is in this browser alone; ask before wiping. */
export const hasUnsentWords = (person: string): boolean => unsentKeys(person).length > 0;

/** Names of documents, and `LEFT` names, under which anything of this person is in this browser alone. */
export const listUnsentNames = (person: string): string[] => {
  const names = unsentKeys(person).map((key) => key.slice(unsentKey(person, '').length).split(TAB)[0] ?? '');
  return [...new Set(names)];
};

/** For sign-out: all of it is kept apart, because no write-up takes it any more. */
export const isAllLeft = (person: string): boolean =>
  unsentKeys(person).every((key) => key.startsWith(unsentKey(person, LEFT)));

/** Such words are kept under names that begin so (`left-words.ts`). */
export const LEFT = 'left:';

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
