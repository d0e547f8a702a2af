import { listVersions } from '#db/document-versions.ts';
import { NOW, versionWords } from '#domain/history/version.ts';
import type { App } from '../app.ts';
import { readSeq, versionAt } from './require-version.ts';

/** The first of two versions that are to be compared. */
export interface ChosenVersion {
  seq: number | typeof NOW;
  /** Null for the beginning, and for now. */
  at: Date | null;
  /** What it is kept by, if by anything. */
  words: string | null;
}

/** The version an address names to compare another one with; null while none is named. For those who may read history. */
export async function chosenVersion(
  app: App,
  document: string,
  asked: string,
): Promise<ChosenVersion | null> {
  if (asked === NOW) return { seq: NOW, at: null, words: null };
  const wanted = readSeq(asked);
  if (wanted === null) return null;
  const { seq, at } = await versionAt(app, document, wanted);
  const kept = (await listVersions(app.db, document)).find((one) => one.seq === seq);
  return { seq, at, words: kept ? versionWords(kept) : null };
}
