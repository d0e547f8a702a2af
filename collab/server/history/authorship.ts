import * as Y from 'yjs';
import type { PersonId } from '#domain/ids.ts';

/** A run of a client's clock that one person put in, or took out. */
export interface Run {
  clock: number;
  length: number;
  /** place in `people` */
  who: number;
}

type Runs = Map<number, Run[]>;

/**
 * Who put in and who took out each struct of a document, told by the rows that brought it: an update names clients, never
 * a person, and the first row to bring a struct is its author's.
 */
export interface Authorship {
  people: (PersonId | null)[];
  inserted: Runs;
  deleted: Runs;
  /** words that never had a place: put into what an earlier row had taken out (D13) */
  adrift: Runs;
}

export const SIDES = ['inserted', 'deleted', 'adrift'] as const;

export const noAuthorship = (): Authorship => ({
  people: [],
  inserted: new Map(),
  deleted: new Map(),
  adrift: new Map(),
});

export const placeOf = (authorship: Authorship, person: PersonId | null): number => {
  const known = authorship.people.indexOf(person);
  return known >= 0 ? known : authorship.people.push(person) - 1;
};

/** Adds what one transaction brought and took away. */
export const recordTransaction = (
  authorship: Authorship,
  person: PersonId | null,
  transaction: Y.Transaction,
): void => {
  const who = placeOf(authorship, person);
  for (const [client, after] of transaction.afterState) {
    const before = transaction.beforeState.get(client) ?? 0;
    if (after <= before) continue;
    addRun(authorship.inserted, client, { clock: before, length: after - before, who });
    for (const { id, length } of wordsAdrift(transaction, client, before))
      addRun(authorship.adrift, client, { clock: id.clock, length, who });
  }
  for (const [client, ranges] of transaction.deleteSet.clients)
    for (const { clock, len } of ranges) addRun(authorship.deleted, client, { clock, length: len, who });
};

/** Words of this transaction whose place was taken out before it: Yjs deletes them on arrival, and nobody ever saw them. */
function* wordsAdrift(transaction: Y.Transaction, client: number, from: number): Generator<Y.Item> {
  const structs = transaction.doc.store.clients.get(client) ?? [];
  for (let at = Y.findIndexSS(structs, from); at < structs.length; at++) {
    const struct = structs[at];
    if (!(struct instanceof Y.Item && struct.deleted && struct.content instanceof Y.ContentString)) continue;
    const place = (struct.parent as Y.AbstractType<unknown>)._item;
    if (place?.deleted && place.id.clock < (transaction.beforeState.get(place.id.client) ?? 0)) yield struct;
  }
}

export const addRun = (runs: Runs, client: number, run: Run): void => {
  const own = runs.get(client);
  if (!own) {
    runs.set(client, [run]);
    return;
  }
  const last = own.at(-1);
  if (last && last.who === run.who && last.clock + last.length === run.clock) last.length += run.length;
  else own.push(run);
};

/** Puts `more` beside what is known; what is known already stays as it is. */
export const mergeAuthorship = (into: Authorship, more: Authorship): void => {
  const places = more.people.map((person) => placeOf(into, person));
  for (const side of SIDES)
    for (const [client, runs] of more[side])
      for (const run of runs) addRun(into[side], client, { ...run, who: places[run.who] ?? 0 });
};

/** Answers who stands behind a struct; runs are brought in order once. */
export const askAuthorship = (authorship: Authorship) => {
  const [inserted, deleted] = [inOrder(authorship.inserted), inOrder(authorship.deleted)];
  const ask = (runs: Runs, client: number, clock: number): PersonId | null | undefined => {
    const run = find(runs.get(client) ?? [], clock);
    return run ? authorship.people[run.who] : undefined;
  };
  return {
    /** undefined: nobody known */
    insertedBy: (client: number, clock: number) => ask(inserted, client, clock),
    deletedBy: (client: number, clock: number) => ask(deleted, client, clock),
  };
};

/** By clock, each tick once: chapters may tell of the same rows twice, and the first to tell is right. */
const inOrder = (all: Runs): Runs => {
  const ordered: Runs = new Map();
  for (const [client, runs] of all) {
    const own: Run[] = [];
    for (const run of [...runs].sort((one, other) => one.clock - other.clock)) {
      const last = own.at(-1);
      const ends = last ? last.clock + last.length : 0;
      const begins = Math.max(run.clock, ends);
      const length = run.clock + run.length - begins;
      if (length > 0) own.push({ clock: begins, length, who: run.who });
    }
    ordered.set(client, own);
  }
  return ordered;
};

const find = (runs: readonly Run[], clock: number): Run | null => {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.clock ?? 0) <= clock) low = middle + 1;
    else high = middle;
  }
  const run = runs[low - 1];
  return run && clock < run.clock + run.length ? run : null;
};
