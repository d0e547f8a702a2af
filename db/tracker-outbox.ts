import type { Kysely } from 'kysely';
import type { PersonId, ReviewId } from '#domain/ids.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

export interface Queued {
  item: string;
  tracker: string;
  title: string;
  body: string;
  by: PersonId;
  at: Date;
}

/**
 * Puts an item on its way. What was sent, or is on its way, stays as it is: false. What was refused, may have arrived, or has lost its
 * link, goes again because somebody asked, and is looked for first.
 */
export async function queueItem(
  tx: Database,
  { item, tracker, title, body, by, at }: Queued,
): Promise<boolean> {
  await tx.selectFrom('items').select('id').where('id', '=', item).forUpdate().execute();
  const before = await tx
    .selectFrom('item_sends')
    .leftJoin('tracker_outbox', 'tracker_outbox.item_id', 'item_sends.item_id')
    .select(['item_sends.state', 'item_sends.tracker_id as tracker', 'tracker_outbox.item_id as waits'])
    .where('item_sends.item_id', '=', item)
    .executeTakeFirst();
  if (before && (before.state === 'sent' || before.waits !== null)) return false;
  const send = { tracker_id: tracker, state: 'sending' as const, asked_by: by, said: '' };
  await tx
    .insertInto('item_sends')
    .values({ item_id: item, asked_at: at, ...send })
    // what was refused never came: it is looked for from now on
    .onConflict((conflict) =>
      conflict
        .column('item_id')
        .doUpdateSet({ ...send, ...(before?.state === 'refused' && { asked_at: at }) }),
    )
    .execute();
  await tx
    .insertInto('tracker_outbox')
    .values({
      item_id: item,
      tracker_id: tracker,
      title,
      body,
      queued_at: at,
      next_try_at: at,
      // a link may have led elsewhere than it was sent to
      again: before?.tracker === tracker || before?.state === 'unlinked',
    })
    .execute();
  return true;
}

export interface Waiting {
  item: string;
  tracker: string;
  title: string;
  body: string;
  queuedAt: Date;
  askedAt: Date;
  tries: number;
  again: boolean;
  lostSince: Date | null;
}

/** Trackers that have something due and are not left alone just now. */
export const listBusyTrackers = async (db: Database, now: Date): Promise<string[]> => {
  const rows = await db
    .selectFrom('trackers')
    .select('id')
    .where('removed_at', 'is', null)
    .where((where) => where.or([where('away_until', 'is', null), where('away_until', '<=', now)]))
    .where((where) =>
      where.or([
        where.exists(
          where
            .selectFrom('tracker_outbox')
            .select('item_id')
            .whereRef('tracker_id', '=', 'trackers.id')
            .where('next_try_at', '<=', now),
        ),
        where.exists(
          where
            .selectFrom('item_sends')
            .select('item_id')
            .whereRef('tracker_id', '=', 'trackers.id')
            .where('state', '=', 'sent')
            .where('next_look_at', '<=', now),
        ),
      ]),
    )
    .execute();
  return rows.map(({ id }) => id);
};

/** What is due at a tracker that is not left alone just now; the oldest first. */
export const listDueItems = (db: Database, tracker: string, now: Date, limit: number): Promise<Waiting[]> =>
  db
    .selectFrom('tracker_outbox as row')
    .innerJoin('item_sends', 'item_sends.item_id', 'row.item_id')
    .innerJoin('trackers', 'trackers.id', 'row.tracker_id')
    .select([
      'row.item_id as item',
      'row.tracker_id as tracker',
      'row.title',
      'row.body',
      'row.queued_at as queuedAt',
      'item_sends.asked_at as askedAt',
      'row.tries',
      'row.again',
      'row.lost_since as lostSince',
    ])
    .where('row.tracker_id', '=', tracker)
    .where('row.next_try_at', '<=', now)
    .where((where) =>
      where.or([where('trackers.away_until', 'is', null), where('trackers.away_until', '<=', now)]),
    )
    .orderBy('row.next_try_at')
    .orderBy('row.item_id')
    .limit(limit)
    .execute();

/** Takes one for sending: nobody else does before `until`. False: somebody else has it, or it is done. */
export const claimItem = async (
  db: Database,
  item: string,
  { now, until }: { now: Date; until: Date },
): Promise<boolean> =>
  (
    await db
      .updateTable('tracker_outbox')
      .set((row) => ({ next_try_at: until, tries: row('tries', '+', 1) }))
      .where('item_id', '=', item)
      .where('next_try_at', '<=', now)
      .executeTakeFirst()
  ).numUpdatedRows > 0n;

/**
 * Written before a call that makes something: whoever comes after a kill looks first. False: it is not on its way there any more, as
 * somebody linked it by hand, or no longer in these words, as they were erased.
 */
export const noteCalling = async (
  db: Database,
  { item, tracker, body }: { item: string; tracker: string; body: string },
  at: Date,
): Promise<boolean> =>
  (
    await db
      .updateTable('tracker_outbox')
      .set({ lost_since: at })
      .where('item_id', '=', item)
      .where('tracker_id', '=', tracker)
      .where('body', '=', body)
      .executeTakeFirst()
  ).numUpdatedRows > 0n;

/** @param lostSince null: the tracker never had it */
export async function putItemOff(
  tx: Database,
  item: string,
  { said, next, lostSince }: { said: string; next: Date; lostSince: Date | null },
): Promise<void> {
  await tx
    .updateTable('tracker_outbox')
    .set({ next_try_at: next, lost_since: lostSince })
    .where('item_id', '=', item)
    .execute();
  await tx
    .updateTable('item_sends')
    .set({ said })
    .where('item_id', '=', item)
    .where('state', '=', 'sending')
    .execute();
}

export async function finishUnsent(
  tx: Database,
  item: string,
  { state, said }: { state: 'refused' | 'unknown'; said: string },
): Promise<void> {
  await tx.deleteFrom('tracker_outbox').where('item_id', '=', item).execute();
  await tx
    .updateTable('item_sends')
    .set({ state, said })
    .where('item_id', '=', item)
    .where('state', '=', 'sending')
    .execute();
}

/** What a review has on its way, word for word. */
export const listWaitingWords = (
  tx: Database,
  review: ReviewId,
): Promise<{ item: string; title: string; body: string }[]> =>
  tx
    .selectFrom('tracker_outbox')
    .innerJoin('items', 'items.id', 'tracker_outbox.item_id')
    .select(['item_id as item', 'tracker_outbox.title', 'body'])
    .where('review_id', '=', review)
    .execute();

/** From now on nothing of these can go out: no words is what nobody has seen (T2). What may have arrived is still looked for. */
export const emptyWaiting = async (tx: Database, items: readonly string[]): Promise<void> => {
  if (items.length === 0) return;
  await tx
    .updateTable('tracker_outbox')
    .set({ title: '', body: '' })
    .where('item_id', 'in', [...items])
    .execute();
};
