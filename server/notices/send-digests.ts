import { queueLetters } from '#db/mail-outbox.ts';
import { listDigestReaders, moveDigest } from '#db/notice-digests.ts';
import { listNotices } from '#db/notices.ts';
import { nextDigestAt } from '#domain/notices/digest.ts';
import type { App } from '../app.ts';
import { noticesToSend } from './tell.ts';

const MOST = 50;
/** What happened just now may not be committed yet: it is left to the next letter, and in one it is. */
const SETTLES_MS = 60_000;

/** Queues the daily letters that are due, for those who chose them; where nothing happened there is none. @returns how many */
export async function queueDigests(app: Pick<App, 'db' | 'clock'>): Promise<number> {
  const now = app.clock.now();
  const until = new Date(now.getTime() - SETTLES_MS);
  let queued = 0;
  for (const { person, zone, toldUntil } of await listDigestReaders(app.db)) {
    if (nextDigestAt(new Date(toldUntil.getTime() + SETTLES_MS), zone) > now) continue;
    await app.db.transaction().execute(async (tx) => {
      if (!(await moveDigest(tx, person, { from: toldUntil, to: until }))) return;
      const found = await listNotices(tx, person, {
        now,
        since: toldUntil,
        until,
        unread: true,
        where: 'daily',
        most: MOST,
      });
      if (found.length === 0) return;
      const ids = found.map(({ id }) => id);
      await queueLetters(tx, [noticesToSend(person, { notices: ids, daily: true }, now)]);
      queued++;
    });
  }
  return queued;
}
