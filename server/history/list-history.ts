import { findHistoryReach } from '#db/document-chapters.ts';
import { foldStretches, LAST_SEQ, listStretches } from '#db/document-history.ts';
import { listVersions } from '#db/document-versions.ts';
import { listNames } from '#db/people.ts';
import { joinStretches, type Stretch } from '#domain/history/stretches.ts';
import { type KeptVersion, versionWords } from '#domain/history/version.ts';
import type { PersonId } from '#domain/ids.ts';
import type { App } from '../app.ts';

/** Somebody's writing, or a version kept by a name: one line of the history. */
export type HistoryLine =
  | { line: 'stretch'; seq: number; from: number; by: string; byButton: boolean; fromAt: Date; toAt: Date }
  | { line: 'version'; seq: number; words: string; kind: KeptVersion['kind']; by: string | null; at: Date };

export interface HistoryList {
  /** Latest first. */
  lines: HistoryLine[];
  /** Where older ones go on; null at the beginning. */
  older: number | null;
}

const PAGE = 100;

/** A document's history, latest first. For those who may read it: the caller has asked. */
export async function listHistory(
  app: Pick<App, 'db'>,
  document: string,
  { before }: { before: number | null },
): Promise<HistoryList> {
  const { db } = app;
  const reach = await findHistoryReach(db, document);
  const stored = await listStretches(db, document, { before: before ?? LAST_SEQ, limit: PAGE + 1 });
  const tail = before === null || before > reach.toSeq;
  const fresh = tail
    ? await foldStretches(db, document, { after: reach.toSeq, upTo: (before ?? LAST_SEQ) - 1 })
    : [];
  const bySeq = stored.toSorted((one, other) => one.fromSeq - other.fromSeq);
  const stretches = joinStretches(bySeq, fresh).toSorted((one, other) => other.toSeq - one.toSeq);
  const page = stretches.slice(0, PAGE);
  const last = page.at(-1);
  const older = stretches.length > PAGE && last ? last.toSeq : null;
  const versions = (await listVersions(db, document)).filter(
    ({ seq }) => seq < (before ?? LAST_SEQ) && (older === null || seq >= older),
  );
  const names = await listNames(
    db,
    [...page, ...versions].flatMap(({ person }) => person ?? []),
  );
  const nameOf = (person: PersonId | null) => nameIn(names, person);
  const lines = [...versions.map((one) => versionLine(one, nameOf)), ...page.map((one) => line(one, nameOf))];
  return { lines: lines.sort((one, other) => other.seq - one.seq), older };
}

/** Nobody is erased from what they wrote where others read it: they become "a former member" (P12). */
export const nameIn = (names: ReadonlyMap<PersonId, string>, person: PersonId | null): string =>
  person === null ? 'Soak' : (names.get(person) ?? 'a former member');

const line = (one: Stretch, nameOf: (person: PersonId | null) => string): HistoryLine => ({
  line: 'stretch',
  seq: one.toSeq,
  from: one.fromSeq,
  by: nameOf(one.person),
  byButton: one.sitting === null,
  fromAt: one.fromAt,
  toAt: one.toAt,
});

const versionLine = (one: KeptVersion, nameOf: (person: PersonId | null) => string): HistoryLine => ({
  line: 'version',
  seq: one.seq,
  words: versionWords(one),
  kind: one.kind,
  by: one.person === null ? null : nameOf(one.person),
  at: one.at,
});
