import * as Y from 'yjs';
import { findHistoryRow, LAST_SEQ } from '#db/document-history.ts';
import { insertVersion } from '#db/document-versions.ts';
import { type PutBack, parsePutBack } from '#domain/history/version.ts';
import { storable } from '#domain/import/storable.ts';
import { type Refused, refuse } from '#domain/refused.ts';
import type { App, SignedIn } from '../app.ts';
import { forbidden, notFound } from '../not-found.ts';
import { askHistory } from './ask-history.ts';
import { partTitle } from './read-put-back.ts';
import { requireVersion } from './require-version.ts';

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
  const edit = await askHistory(app.collab.history.editBack(document, version.seq, part));
  if (edit === null) throw notFound();
  if (edit === 'same') return refuse('It reads like that already. Nothing was changed.');
  await app.collab.edit(document, person.id, (doc) => {
    Y.applyUpdate(doc, edit);
    // rows another node has and this one has not read yet: better nothing than half
    if (doc.store.pendingStructs) throw new Error('this node has not read everything yet');
  });
  await keepMark(app, person, document, await titleOf(app, document, version.seq, part));
  return true;
}

async function titleOf(app: App, document: string, seq: number, part: PutBack): Promise<string> {
  if (part.kind === 'whole') return 'everything';
  return partTitle(await askHistory(app.collab.history.show(document, seq)), part) ?? '';
}

/** So that the list says what happened there. */
async function keepMark(app: App, person: SignedIn, document: string, name: string): Promise<void> {
  const last = await findHistoryRow(app.db, document, LAST_SEQ);
  if (!last) return;
  await insertVersion(app.db, {
    id: app.random.uuid(),
    document,
    seq: last.seq,
    kind: 'put-back',
    name: storable(name.slice(0, 200)),
    person: person.id,
    meeting: null,
    at: app.clock.now(),
  });
}
