import * as Y from 'yjs';
import { lockDocument } from '#db/document-snapshots.ts';
import { countPutBacks, insertVersion, type NewVersion } from '#db/document-versions.ts';
import { type PutBack, parsePutBack } from '#domain/history/version.ts';
import { storable } from '#domain/import/storable.ts';
import { type Refused, refuse } from '#domain/refused.ts';
import type { App, SignedIn } from '../app.ts';
import { forbidden, notFound } from '../not-found.ts';
import { askHistory } from './ask-history.ts';
import { partTitle } from './read-put-back.ts';
import { requireVersion } from './require-version.ts';

const MOST_ROUNDS = 5;

/**
 * Makes the write-up, or one part of it, read as it did: a new edit by this person, stored before anyone sees it. What was
 * written since stays in the history, and whoever is writing goes on.
 */
export async function putVersionBack(
  app: App,
  person: SignedIn,
  id: string | undefined,
  seq: string | undefined,
  askedPart: string,
): Promise<true | Refused> {
  const { document, version, may } = await requireVersion(app, person, id, seq);
  if (!may.write) throw forbidden('Those who write this write-up put versions back.');
  const part = parsePutBack(askedPart);
  if (part === null) throw notFound();
  const name = await titleOf(app, document, version.seq, part);
  // each round that fails is another's that went through
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = await countPutBacks(app.db, document);
    const edit = await askHistory(app.collab.history.editBack(document, version.seq, part));
    if (edit === null) throw notFound();
    if (edit === 'same') return round > 0 || refuse('It reads like that already. Nothing was changed.');
    const mark: NewVersion = {
      id: app.random.uuid(),
      document,
      seq: 0,
      kind: 'put-back',
      name: storable(name.slice(0, 200)),
      person: person.id,
      meeting: null,
      at: app.clock.now(),
    };
    if (await applyOnce(app, person, edit, mark, before)) return true;
  }
  return refuse(
    'Others are putting versions back at this moment. Have a look at what they did, then try again.',
  );
}

/** Two edits that say the same say it twice: one worked out before another put back is worth nothing after it. */
async function applyOnce(app: App, person: SignedIn, edit: Uint8Array, mark: NewVersion, before: number) {
  let isApplied = false;
  await app.collab.editOnce(
    mark.document,
    person.id,
    (doc) => {
      Y.applyUpdate(doc, edit);
      // rows another node has and this one has not read yet: better nothing than half
      if (doc.store.pendingStructs || doc.store.pendingDs)
        throw new Error('this node has not read everything yet');
    },
    async (tx, seq) => {
      await lockDocument(tx, mark.document);
      if ((await countPutBacks(tx, mark.document)) !== before) return false;
      await insertVersion(tx, { ...mark, seq });
      isApplied = true;
      return true;
    },
  );
  return isApplied;
}

async function titleOf(app: App, document: string, seq: number, part: PutBack): Promise<string> {
  if (part.kind === 'whole') return 'everything';
  return partTitle(await askHistory(app.collab.history.show(document, seq)), part) ?? '';
}
