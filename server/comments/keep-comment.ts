import { recordAudit } from '#db/audit.ts';
import { raiseCommentsRev } from '#db/comment-threads.ts';
import { findMentions } from '#domain/comments/mentions.ts';
import type { PersonId, ReviewId } from '#domain/ids.ts';
import type { ReviewAccess } from '#domain/permissions.ts';
import { isRefused } from '#domain/refused.ts';
import type { App, Database, SignedIn } from '../app.ts';
import { listPeopleWhoMayRead } from './people-who-may-read.ts';

/** Whom these words name, out of those who may read (K4). */
export async function mentionedIn(app: App, access: ReviewAccess, words: string): Promise<PersonId[]> {
  if (!words.includes('@')) return [];
  const readers = await listPeopleWhoMayRead(app, access);
  const named = new Set(findMentions(words, readers));
  return readers.filter(({ id }) => named.has(id)).map(({ id }) => id);
}

/**
 * Writes a change of a review's comments: the change, the raised `rev` and who did what (ids alone) in one transaction; those who
 * wait are told after it. One change of a review after the other: where `write` finds that it may not be, nothing is written.
 */
export async function keepComment<Done>(
  app: App,
  person: SignedIn,
  review: ReviewId,
  deed: { action: string; about: Record<string, string> },
  write: (tx: Database, at: Date) => Promise<Done>,
): Promise<Done> {
  const at = app.clock.now();
  const work = app.db.transaction().execute(async (tx) => {
    await raiseCommentsRev(tx, review);
    const written = await write(tx, at);
    if (isRefused(written)) throw new Undone(written);
    await recordAudit(tx, at, person.id, deed.action, { review, ...deed.about });
    return written;
  });
  try {
    const done = await work;
    app.news?.changed(review);
    return done;
  } catch (error) {
    if (error instanceof Undone) return error.refused as Done;
    throw error;
  }
}

class Undone extends Error {
  readonly refused: unknown;
  constructor(refused: unknown) {
    super('refused');
    this.refused = refused;
  }
}
