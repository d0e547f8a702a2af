import { listVersions } from '#db/document-versions.ts';
import { listNames } from '#db/people.ts';
import { versionWords } from '#domain/history/version.ts';
import type { App, SignedIn } from '../app.ts';
import { askHistory } from './ask-history.ts';
import { nameIn } from './list-history.ts';
import { requireVersion } from './require-version.ts';

/** A version as it was, with its names, when it was written last, and by whom. */
export async function readVersion(
  app: App,
  person: SignedIn,
  id: string | undefined,
  seq: string | undefined,
) {
  const { document, review, version, may } = await requireVersion(app, person, id, seq);
  const writeUp = await askHistory(app.collab.history.show(document, version.seq));
  const own = (await listVersions(app.db, document)).filter((one) => one.seq === version.seq);
  const names = await listNames(app.db, version.person === null ? [] : [version.person]);
  return {
    review,
    may,
    writeUp,
    version: { seq: version.seq, at: version.at, by: nameIn(names, version.person) },
    /** By meetings and restores. */
    kept: own.filter(({ kind }) => kind !== 'named').map(versionWords),
    name: own.find(({ kind }) => kind === 'named')?.name ?? '',
  };
}
