import { LAST_SEQ } from '#db/document-history.ts';
import { listNames } from '#db/people.ts';
import { type PutBack, parsePutBack } from '#domain/history/version.ts';
import type { WriteUp } from '#domain/write-up.ts';
import { blocksText } from '#domain/write-up-text.ts';
import type { App, SignedIn } from '../app.ts';
import { notFound } from '../not-found.ts';
import { askHistory } from './ask-history.ts';
import { namesIn } from './read-changes.ts';
import { requireVersion } from './require-version.ts';

/** What putting back would do, to be confirmed: what was written since, and who is writing at this moment. */
export async function readPutBack(
  app: App,
  person: SignedIn,
  id: string | undefined,
  seq: string | undefined,
  askedPart: string | null,
) {
  const { document, review, version } = await requireVersion(app, person, id, seq);
  const part = parsePutBack(askedPart ?? '');
  const title = part && partTitle(await askHistory(app.collab.history.show(document, version.seq)), part);
  if (part === null || title === null) throw notFound();
  const { parts } = await askHistory(app.collab.history.compare(document, version.seq, LAST_SEQ));
  const since = part.kind === 'whole' ? parts : parts.filter((one) => isSame(one, part));
  const changes = { parts: since, adrift: [], between: { passages: [], more: 0 } };
  const here = await listNames(
    app.db,
    app.collab.present(document).filter((one) => one !== person.id),
  );
  return {
    review,
    version: { seq: version.seq, at: version.at },
    part: { asked: askedPart ?? '', kind: part.kind, title },
    changes,
    names: await namesIn(app, changes),
    writingNow: [...here.values()],
  };
}

const isSame = (one: { kind: string; id: string }, part: Exclude<PutBack, { kind: 'whole' }>) =>
  one.kind === part.kind && one.id === part.id;

/** How a part of a version is called; empty for the whole, null where there is no such part. */
export function partTitle(writeUp: WriteUp, part: PutBack): string | null {
  switch (part.kind) {
    case 'whole':
      return '';
    case 'section':
    case 'finding': {
      const found = writeUp[`${part.kind}s`].find(({ id }) => id === part.id);
      return found ? found.title || 'Not named yet' : null;
    }
    case 'moment': {
      const found = writeUp.moments.find(({ id }) => id === part.id);
      return found ? blocksText(found.blocks).slice(0, 80) || 'Not written yet' : null;
    }
  }
}
