import type { Database } from '../app.ts';

/** In each of two halves; one is a feed at its longest, some three megabytes. */
const MOST_KEPT = 2_000;

/**
 * Events of feeds, each made once and kept: a feed is asked for every hour by everyone who has it, and seldom has anything new in it.
 * What nobody has asked for while a half filled up is let go.
 */
export interface KeptEvents {
  /** Undefined: it has to be made. */
  find: (key: string) => string | undefined;
  keep: (key: string, event: string) => void;
}

function keptEvents(): KeptEvents {
  let [newer, older] = [new Map<string, string>(), new Map<string, string>()];
  const keep = (key: string, event: string) => {
    if (newer.size >= MOST_KEPT) [newer, older] = [new Map(), newer];
    newer.set(key, event);
  };
  const find = (key: string) => {
    const known = newer.get(key);
    if (known !== undefined) return known;
    const event = older.get(key);
    if (event !== undefined) keep(key, event);
    return event;
  };
  return { find, keep };
}

const keptOf = new WeakMap<Database, Map<string, KeptEvents>>();

/** Those of one database. @param looks in which ways events are made: titles hidden or not, under which address; there are a few at most */
export function eventsOf(db: Database, looks: string): KeptEvents {
  const byLooks = keptOf.get(db) ?? new Map<string, KeptEvents>();
  const kept = byLooks.get(looks) ?? keptEvents();
  byLooks.set(looks, kept);
  keptOf.set(db, byLooks);
  return kept;
}
