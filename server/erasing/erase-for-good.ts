import * as Y from 'yjs';
import { writeUpName } from '#collab/document/document-names.ts';
import { readWriteUp } from '#collab/document/read-write-up.ts';
import { rebuilt } from '#collab/document/rebuild.ts';
import { WriteUpPlaces } from '#collab/document/write-up-places.ts';
import { recordAudit } from '#db/audit.ts';
import { raiseCommentsRev } from '#db/comment-threads.ts';
import { findLogPosition } from '#db/documents.ts';
import {
  deleteDocument,
  deleteDoneImports,
  emptyClaims,
  insertErasure,
  keepPictures,
  listClaims,
  lockAgainstEdits,
  setEpoch,
  whatIsUnderWay,
} from '#db/erasing.ts';
import { lockReview, saveDerived } from '#db/reviews.ts';
import { raiseRightsCounter } from '#db/rights.ts';
import { bareWords } from '#domain/comments/same-words.ts';
import { isUuid, type ReviewId } from '#domain/ids.ts';
import { type Refused, refuse } from '#domain/refused.ts';
import { writeUpText } from '#domain/write-up-text.ts';
import type { App, Database, SignedIn } from '../app.ts';
import { derivedFrom } from '../collab/derived-from.ts';
import { listPictures } from '../comments/find-target.ts';
import { requireReview } from '../reviews/require-review.ts';
import { forgetWaitingWords } from './forget-waiting-words.ts';
import { requoteThreads } from './requote-threads.ts';

const UNDER_WAY = {
  meeting: 'A meeting of this review is under way. Erase once it has ended.',
  import: 'An import into this review is under way. Erase once it is through.',
};
const MEANWHILE = 'Words of this review were erased a moment ago. Look at it again first.';

/** As often the document is rebuilt before its lock is taken; typed into all the time, it is rebuilt under the lock. */
const TRIES_BESIDE_WRITERS = 3;

/**
 * D14: whatever has been deleted from a write-up, taken out of it or overwritten is gone for good. It is rebuilt as it reads now under
 * the next epoch; the older one goes in the same transaction with its log, archive, history, versions and rescued words, and so do
 * quotations of what no longer stands in it, those on their way to a tracker too. What is left in files goes with the next sweep (`keep-sweeping.server.ts`).
 * @param epoch as the person who confirmed it saw it
 */
export async function eraseForGood(
  app: App,
  person: SignedIn,
  id: string | undefined,
  epoch: number,
): Promise<{ erased: true } | Refused> {
  const { review, document } = await requireReview(app, person, id, 'erase');
  if (review.epoch !== epoch) return refuse(MEANWHILE);
  const fresh = writeUpName(review.id, epoch + 1);
  for (let tries = 0; ; tries++) {
    const prepared = tries < TRIES_BESIDE_WRITERS ? await prepare(app, document) : null;
    const outcome = await app.db
      .transaction()
      .execute((tx) => erase(tx, app, person, { review: review.id, epoch, document, fresh }, prepared));
    if (outcome === 'written meanwhile') continue;
    if (outcome !== 'erased') return refuse(outcome);
    app.collab.erased(fresh);
    app.news?.changed(review.id);
    return { erased: true };
  }
}

interface Prepared {
  position: string;
  old: Y.Doc;
}

interface Erasing {
  review: ReviewId;
  epoch: number;
  document: string;
  fresh: string;
}

/** Read while others write: nobody waits for it. */
async function prepare(app: App, document: string): Promise<Prepared | null> {
  const position = await findLogPosition(app.db, document);
  const old = position === null ? null : await app.collab.readStored(app.db, document);
  return position !== null && old ? { position, old } : null;
}

async function erase(
  tx: Database,
  app: App,
  person: SignedIn,
  { review, epoch, document, fresh }: Erasing,
  prepared: Prepared | null,
): Promise<string> {
  const row = await lockReview(tx, review);
  if (row?.epoch !== epoch) return MEANWHILE;
  const underWay = await whatIsUnderWay(tx, review);
  if (underWay) return UNDER_WAY[underWay];
  // from here on nobody's edit comes in: what was acknowledged is in what is read now
  if (!(await lockAgainstEdits(tx, document))) return MEANWHILE;
  if (prepared && (await findLogPosition(tx, document)) !== prepared.position) return 'written meanwhile';
  const old = prepared?.old ?? (await app.collab.readStored(tx, document));
  if (!old) return MEANWHILE;

  const doc = rebuilt(old);
  const at = app.clock.now();
  const writeUp = readWriteUp(doc);
  await app.collab.create(tx, fresh, Y.encodeStateAsUpdate(doc), null, at);
  await requoteThreads(tx, review, { old, fresh: doc });
  await raiseCommentsRev(tx, review);
  await forgetClaims(tx, review, writeUpText(writeUp));
  await saveDerived(tx, review, derivedFrom(writeUp));
  await forgetWaitingWords(tx, app, review, writeUp);
  await deleteDocument(tx, document);
  await deleteDoneImports(tx, review);
  await keepPictures(tx, review, picturesOf(doc));
  await setEpoch(tx, review, epoch + 1);
  await insertErasure(tx, { id: app.random.uuid(), review, person: person.id, epoch: epoch + 1, at });
  await recordAudit(tx, at, person.id, 'words erased', { review });
  await raiseRightsCounter(tx);
  return 'erased';
}

/** A different view quotes what it differs from (C2); what no longer stands in the write-up is quoted no longer, the view itself stays. */
async function forgetClaims(tx: Database, review: ReviewId, text: string): Promise<void> {
  const standing = bareWords(text);
  const lost = (await listClaims(tx, review)).filter(({ claim }) => !standing.includes(bareWords(claim)));
  await emptyClaims(
    tx,
    lost.map(({ id }) => id),
  );
}

const picturesOf = (doc: Y.Doc): Map<string, string> =>
  new Map(
    listPictures(new WriteUpPlaces(doc)).flatMap(({ upload, alt }) =>
      isUuid(upload) ? [[upload, alt] as const] : [],
    ),
  );
