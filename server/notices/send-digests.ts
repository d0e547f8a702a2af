import { queueLetters } from '#db/mail-outbox.ts';
import { listDigestReaders, moveDigest } from '#db/notice-digests.ts';
import { listNotices } from '#db/notices.ts';
import { nextDigestAt } from '#domain/notices/digest.ts';
import type { App } from '../app.ts';
import { noticesToSend } from './tell.ts';

const MOST = 50;

/** Queues the daily letters that are due, for those who chose them; where nothing happened there is none. @returns how many */
export async function queueDigests(app: Pick<App, 'db' | 'clock'>): Promise<number> {
  const now = app.clock.now();
  let queued = 0;
  for (const { person, zone, toldUntil } of await listDigestReaders(app.db)) {
    if (nextDigestAt(toldUntil, zone) > now) continue;
    await app.db.transaction().execute(async (tx) => {
      if (!(await moveDigest(tx, person, { from: toldUntil, to: now }))) return;
      const found = await listNotices(tx, person, {
        now,
        since: toldUntil,
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
