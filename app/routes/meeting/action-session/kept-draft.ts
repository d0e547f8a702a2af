/** Where drafts wait: the browser's own store of this tab. */
export type DraftStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

type Words<T> = { [Key in keyof T]: string };

const nameOf = (what: string) => `soak.draft:${what}`;

/**
 * What was written and not yet kept; `empty` where there is nothing.
 * @param base what it was written upon: once that has changed, by whomever, the draft no longer answers it
 */
export function readDraft<T extends Words<T>>(store: DraftStore, what: string, base: string, empty: T): T {
  try {
    const stored: unknown = JSON.parse(store.getItem(nameOf(what)) ?? 'null');
    if (!isRecord(stored) || stored.base !== base || !isRecord(stored.draft)) return empty;
    const { draft } = stored;
    const isWhole = Object.keys(empty).every((key) => typeof draft[key] === 'string');
    return isWhole ? ({ ...empty, ...draft } as T) : empty;
  } catch {
    return empty;
  }
}

/** A browser that stores nothing costs the draft at a reload, and nothing else. */
export function writeDraft<T extends Words<T>>(
  store: DraftStore,
  what: string,
  base: string,
  draft: T,
): void {
  try {
    store.setItem(nameOf(what), JSON.stringify({ base, draft }));
  } catch {
    // full, or switched off
  }
}

export function forgetDraft(store: DraftStore, what: string): void {
  try {
    store.removeItem(nameOf(what));
  } catch {
    // switched off
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
