import * as Y from 'yjs';
import type { HistoryRow } from '#db/document-history.ts';
import type { OpenRescue, RescuedWords } from '#db/rescued-words.ts';
import type { PersonId } from '#domain/ids.ts';
import { type Loss, parseLogged, structsWithin } from './find-losses.ts';
import { createIdSet, type IdRange, overlap } from './id-set.ts';
import { placeOfText } from './place-of-text.ts';

/** Words to offer; `replaces` names open offers that they continue. */
export interface Located extends RescuedWords {
  replaces: number[];
}

/** A lost character range with whose it is and when it came. */
interface Typed extends Loss {
  person: PersonId;
  at: Date;
}

/** A stretch of one text as it stood when the text went; `typed` where it was lost. */
interface Stretch {
  words: string;
  typed: Typed | null;
}

const CONTEXT = 80;

/**
 * Finds what was lost, whose it was and where it belonged, by living through the document's whole history with nothing
 * collected. Long work for a long history: in a thread of its own, and only when something was lost.
 */
export const locateWords = (
  history: readonly HistoryRow[],
  losses: readonly Loss[],
  open: readonly OpenRescue[],
): Located[] => {
  const offered = open.flatMap(({ kind, ranges }) =>
    ranges.map(([client, clock, length]): Loss => ({ kind, client, clock, length })),
  );
  const typed = whoTyped(history, withoutRepeats([...offered, ...losses]));
  const { doc, deaths } = replay(history);
  const texts = new Set(typed.flatMap((range) => textsOf(doc, range)));
  return [...texts].flatMap((text) =>
    runsOf(text, withoutTakenBack(history, typed, text), deaths).map((run) => ({
      ...placeOfText(doc, text),
      ...run,
      replaces: continued(open, run),
    })),
  );
};

const withoutRepeats = (losses: readonly Loss[]): Loss[] => {
  const kept: Loss[] = [];
  for (const loss of losses)
    for (const rest of createIdSet(kept).missing(loss)) kept.push({ ...rest, kind: loss.kind });
  return kept;
};

/** The row that brought a character decides whose it is; one that names it as deleted itself loses nothing. */
const whoTyped = (history: readonly HistoryRow[], losses: readonly Loss[]): Typed[] => {
  const clients = new Set(losses.map(({ client }) => client));
  const typed: Typed[] = [];
  let sought = [...losses];
  for (const row of history) {
    if (!row.clientIds.some((client) => clients.has(client))) continue;
    const { structs, deletes } = parseLogged(row.bytes);
    const brought = structs.filter(({ kind }) => kind === 'item');
    const found = sought.flatMap((loss) =>
      brought.flatMap((struct) => {
        const range = overlap(loss, struct);
        return range ? [{ ...range, kind: loss.kind }] : [];
      }),
    );
    if (found.length === 0) continue;
    const named = createIdSet(deletes);
    const { person, at } = row;
    if (person !== null)
      for (const loss of found)
        typed.push(...named.missing(loss).map((range) => ({ ...range, kind: loss.kind, person, at })));
    const known = createIdSet(found);
    sought = sought.flatMap((loss) => known.missing(loss).map((range) => ({ ...range, kind: loss.kind })));
  }
  return typed;
};

/**
 * Without what its author deleted themselves before they knew. Such a deletion names the characters and not the text they
 * stood in; one that names both only repeats what has long happened.
 */
const withoutTakenBack = (
  history: readonly HistoryRow[],
  typed: readonly Typed[],
  text: Y.AbstractType<unknown>,
): Typed[] => {
  const authors = new Set(typed.map(({ person }) => person));
  const since = Math.min(...typed.map(({ at }) => at.getTime()));
  const later = history.filter(
    ({ person, at }) => person !== null && authors.has(person) && at.getTime() >= since,
  );
  const holder = text._item ? { ...text._item.id, length: 1 } : null;
  let left = [...typed];
  for (const { person, bytes } of later) {
    const { deletes } = parseLogged(bytes);
    if (deletes.length === 0) continue;
    const named = createIdSet(deletes);
    if (holder && named.missing(holder).length === 0) continue;
    left = left.flatMap((one) =>
      one.person === person ? named.missing(one).map((range) => ({ ...one, ...range })) : [one],
    );
  }
  return left;
};

/** The document with everything that was ever in it, and what each row took away. */
const replay = (history: readonly HistoryRow[]) => {
  const doc = new Y.Doc({ gc: false });
  const deaths: IdRange[][] = [];
  doc.on('afterTransaction', ({ deleteSet }) => {
    const gone = [...deleteSet.clients].flatMap(([client, ranges]) =>
      ranges.map(({ clock, len }) => ({ client, clock, length: len })),
    );
    if (gone.length > 0) deaths.push(gone);
  });
  for (const { bytes } of history) Y.applyUpdate(doc, bytes);
  return { doc, deaths };
};

const textsOf = (doc: Y.Doc, { client, clock, length }: IdRange): Y.AbstractType<unknown>[] =>
  [...structsWithin(doc.store.clients.get(client) ?? [], clock, length)].flatMap((struct) =>
    struct instanceof Y.Item &&
    struct.content instanceof Y.ContentString &&
    struct.parent instanceof Y.AbstractType
      ? [struct.parent]
      : [],
  );

type Run = Pick<Located, 'person' | 'kind' | 'before' | 'words' | 'after' | 'ranges' | 'at'>;

/** What was lost in one text, a person's neighbouring characters together, with what stood around them. */
const runsOf = (text: Y.AbstractType<unknown>, typed: readonly Typed[], deaths: IdRange[][]): Run[] => {
  const stretches = stretchesOf(text, typed, deaths);
  const runs: Run[] = [];
  for (let at = 0; at < stretches.length; at++) {
    const first = stretches[at]?.typed;
    if (!first) continue;
    const from = at;
    while (stretches[at + 1]?.typed?.person === first.person) at += 1;
    const own = stretches.slice(from, at + 1);
    const words = own.map((stretch) => stretch.words).join('');
    const standing = (some: Stretch[]) =>
      some.map((stretch) => (stretch.typed ? '' : stretch.words)).join('');
    runs.push({
      person: first.person,
      kind: first.kind,
      before: standing(stretches.slice(0, from)).slice(-CONTEXT),
      words,
      after: standing(stretches.slice(at + 1)).slice(0, CONTEXT),
      ranges: own.flatMap(({ typed: range }) =>
        range ? [[range.client, range.clock, range.length] as const] : [],
      ),
      at: first.at,
    });
  }
  return runs;
};

/** A text as it was read when it went: what still stands, what went with it, what was lost. Older deletions are silence. */
const stretchesOf = (
  text: Y.AbstractType<unknown>,
  typed: readonly Typed[],
  deaths: IdRange[][],
): Stretch[] => {
  const holder = text._item;
  const death = holder
    ? deaths.find((gone) => createIdSet(gone).missing({ ...holder.id, length: 1 }).length === 0)
    : undefined;
  const wentAlong = createIdSet(death ?? []);
  const stretches: Stretch[] = [];
  for (let item = text._start; item; item = item.right) {
    if (!(item.content instanceof Y.ContentString)) continue;
    const { str } = item.content;
    const range = { client: item.id.client, clock: item.id.clock, length: item.length };
    const older = createIdSet(item.deleted ? wentAlong.missing(range) : []);
    for (const piece of cut(range, typed, item.deleted))
      for (const { clock, length } of piece.typed ? [piece] : older.missing(piece))
        stretches.push({
          words: str.slice(clock - range.clock, clock - range.clock + length),
          typed: piece.typed,
        });
  }
  return stretches;
};

/** Cuts a range where what was lost begins and ends. Words that stand are lost only where their place is out of sight. */
const cut = (
  range: IdRange,
  typed: readonly Typed[],
  deleted: boolean,
): (IdRange & { typed: Typed | null })[] => {
  const inside = typed
    .filter(({ kind }) => deleted || kind === 'hidden')
    .flatMap((one) => {
      const common = overlap(range, one);
      return common ? [{ ...common, typed: { ...one, ...common } }] : [];
    });
  const rest = createIdSet(inside)
    .missing(range)
    .map((left) => ({ ...left, typed: null }));
  return [...inside, ...rest].sort((one, other) => one.clock - other.clock);
};

/** Open offers of the same person that hold some of these characters. */
const continued = (open: readonly OpenRescue[], run: Run): number[] =>
  open
    .filter(
      ({ person, ranges }) => person === run.person && ranges.some((range) => run.ranges.some(shares(range))),
    )
    .map(({ id }) => id);

type Range = readonly [number, number, number];
const shares = (one: Range) => (other: Range) => overlap(asRange(one), asRange(other)) !== null;
const asRange = ([client, clock, length]: Range): IdRange => ({ client, clock, length });
