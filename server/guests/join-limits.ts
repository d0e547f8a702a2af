import type { App } from '../app.ts';
import { signInNow } from '../people/sign-in-times.ts';

/** As many as one address brings in within ten minutes: a full meeting room behind one network, and not more. */
const MOST_JOINS = 40;
const WITHIN_MS = 10 * 60_000;
const ADDRESSES_MAX = 20_000;

interface Memory {
  joins: Map<string, number[]>;
  turns: Map<string, Promise<unknown>>;
}
const memories = new WeakMap<App['db'], Memory>();

function memoryOf({ db }: App): Memory {
  const known = memories.get(db) ?? { joins: new Map(), turns: new Map() };
  memories.set(db, known);
  return known;
}

/** Counts one more who comes in from this address; false once there were too many. In memory, each node's own. */
export function mayJoinOn(app: App, address: string): boolean {
  const { joins } = memoryOf(app);
  const now = signInNow(app).getTime();
  const lately = (joins.get(address) ?? []).filter((at) => now - at < WITHIN_MS);
  const may = lately.length < MOST_JOINS;
  joins.delete(address);
  joins.set(address, may ? [...lately, now] : lately);
  const oldest = joins.keys().next();
  if (joins.size > ADDRESSES_MAX && !oldest.done) joins.delete(oldest.value);
  return may;
}

/** One code after another from each address, so that many sent at once are counted before the next is judged. */
export async function inTurn<T>(app: App, address: string, judge: () => Promise<T>): Promise<T> {
  const { turns } = memoryOf(app);
  const mine = (turns.get(address) ?? Promise.resolve()).then(judge);
  const over = mine.catch(() => {});
  turns.set(address, over);
  try {
    return await mine;
  } finally {
    if (turns.get(address) === over) turns.delete(address);
  }
}
