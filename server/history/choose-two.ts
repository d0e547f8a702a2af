import { listVersions } from '#db/document-versions.ts';
import { listNames } from '#db/people.ts';
import { NOW, versionWords } from '#domain/history/version.ts';
import type { App } from '../app.ts';
import { nameIn } from './list-history.ts';
import { readSeq, versionAt } from './require-version.ts';

/** The first of two versions that are to be compared. */
export interface ChosenVersion {
  seq: number | typeof NOW;
  /** Null for the beginning, and for now. */
  at: Date | null;
  /** Who had written then; null where `at` is. */
  by: string | null;
  /** What it is kept by, if by anything. */
  words: string | null;
}

/** The version an address names to compare another one with; null while none is named. For those who may read history. */
export async function chosenVersion(
  app: App,
  document: string,
  asked: string,
): Promise<ChosenVersion | null> {
  if (asked === NOW) return { seq: NOW, at: null, by: null, words: null };
  const wanted = readSeq(asked);
  if (wanted === null) return null;
  const { seq, at, person } = await versionAt(app, document, wanted);
  const names = await listNames(app.db, person === null ? [] : [person]);
  const kept = (await listVersions(app.db, document)).find((one) => one.seq === seq);
  return { seq, at, by: at && nameIn(names, person), words: kept ? versionWords(kept) : null };
}
