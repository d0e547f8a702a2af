/** Where drafts wait: the browser's own store of this tab. */
export type DraftStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

type Words<T> = { [Key in keyof T]: string };
type Part<T> = { [Key in keyof T]?: string };

const nameOf = (what: string) => `soak.draft:${what}`;
const asideOf = (what: string) => nameOf(`${what}:aside`);

/**
 * What was written and not yet kept, over `empty`: a field nobody wrote in reads as it does there.
 * @param base what it was written upon: once that has changed, by whomever, the draft no longer answers it
 */
export function readDraft<T extends Words<T>>(store: DraftStore, what: string, base: string, empty: T): T {
  const stored = parsed(store, nameOf(what));
  if (!isRecord(stored) || stored.base !== base || !isDraft(stored.draft)) return empty;
  return { ...empty, ...stored.draft } as T;
}

/** A browser that stores nothing costs the draft at a reload, and nothing else. */
export function writeDraft<T extends Part<T>>(store: DraftStore, what: string, base: string, draft: T): void {
  write(store, nameOf(what), { base, draft });
}

export function forgetDraft(store: DraftStore, what: string): void {
  write(store, nameOf(what), null);
}

/** It was kept where everyone sees it. @returns false where something else waits by now: that stays */
export function forgetKept<T extends Part<T>>(
  store: DraftStore,
  what: string,
  base: string,
  kept: T,
): boolean {
  const stored = parsed(store, nameOf(what));
  if (stored === null) return true;
  const isAsKept = isRecord(stored) && stored.base === base && isSame(stored.draft, kept);
  if (isAsKept) forgetDraft(store, what);
  return isAsKept;
}

/**
 * Drafts written upon something else, the newest first. The one that waits is put beside them, before the next letter takes its place.
 * @param isWorthIt false: nothing in it would be missed
 */
export function readAside<T extends Words<T>>(
  store: DraftStore,
  what: string,
  base: string,
  isWorthIt: (draft: Partial<T>) => boolean,
): Partial<T>[] {
  const stored = parsed(store, nameOf(what));
  const before = parsed(store, asideOf(what));
  const aside = (Array.isArray(before) ? before : []).filter(isDraft);
  if (isRecord(stored) && stored.base !== base && isDraft(stored.draft)) {
    aside.unshift(stored.draft);
    forgetDraft(store, what);
  }
  const left = (aside as Partial<T>[]).filter(isWorthIt);
  write(store, asideOf(what), left.length === 0 ? null : left);
  return left;
}

export function forgetAside<T extends Words<T>>(store: DraftStore, what: string, draft: Partial<T>): void {
  const aside = parsed(store, asideOf(what));
  if (!Array.isArray(aside)) return;
  const left = aside.filter((each) => !isSame(each, draft));
  write(store, asideOf(what), left.length === 0 ? null : left);
}

function parsed(store: DraftStore, name: string): unknown {
  try {
    return JSON.parse(store.getItem(name) ?? 'null');
  } catch {
    return null;
  }
}

function write(store: DraftStore, name: string, value: unknown): void {
  try {
    if (value === null) store.removeItem(name);
    else store.setItem(name, JSON.stringify(value));
  } catch {
    // full, or switched off
  }
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const isDraft = (value: unknown): value is Record<string, string> =>
  isRecord(value) && Object.values(value).every((words) => typeof words === 'string');

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
