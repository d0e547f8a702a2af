import { type Kysely, sql } from 'kysely';
import type { PersonId, ReviewId } from '#domain/ids.ts';
import type { Remote } from '#domain/trackers/answers.ts';
import type { WorkState } from '#domain/trackers/tracker.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

/** Where an item is worked on, as its review tells it. */
export interface ItemSend {
  item: string;
  tracker: string | null;
  trackerName: string | null;
  state: 'sending' | 'sent' | 'refused' | 'unknown';
  said: string;
  key: string;
  url: string;
  work: WorkState | null;
  workWords: string;
  lookedAt: Date | null;
  /** Of its tracker, while something is wrong with it. */
  trouble: string;
}

/** What became of an item when somebody sends it: its link may have been taken away since. */
export type EarlierSend = Omit<ItemSend, 'state'> & { state: ItemSend['state'] | 'unlinked' };

/** What was on its way when a backup was read and is in no outbox here: nobody knows whether it arrived. */
const asSend = ({ waits, ...row }: EarlierSend & { waits: string | null }): EarlierSend =>
  row.state === 'sending' && waits === null ? { ...row, state: 'unknown' } : row;

export const listItemSends = async (db: Database, review: ReviewId): Promise<ItemSend[]> =>
  (await listEarlierSends(db, review)).filter((send): send is ItemSend => send.state !== 'unlinked');

export const listEarlierSends = async (db: Database, review: ReviewId): Promise<EarlierSend[]> => {
  const rows = await db
    .selectFrom('item_sends')
    .innerJoin('items', 'items.id', 'item_sends.item_id')
    .leftJoin('trackers', 'trackers.id', 'item_sends.tracker_id')
    .leftJoin('tracker_outbox', 'tracker_outbox.item_id', 'item_sends.item_id')
    .select([
      'item_sends.item_id as item',
      'item_sends.tracker_id as tracker',
      'trackers.name as trackerName',
      'item_sends.state',
      'said',
      'remote_key as key',
      'url',
      'work',
      'work_words as workWords',
      'looked_at as lookedAt',
      sql<string>`coalesce(trackers.trouble, '')`.as('trouble'),
      'tracker_outbox.item_id as waits',
    ])
    .where('items.review_id', '=', review)
    .execute();
  return rows.map(asSend);
};

/** Where the item of an idea has gone, or may have gone; null where it is here alone. */
export const findSendOfIdea = async (
  db: Database,
  idea: string,
): Promise<{ tracker: string; key: string } | null> =>
  (await db
    .selectFrom('item_sends')
    .innerJoin('items', 'items.id', 'item_sends.item_id')
    .leftJoin('trackers', 'trackers.id', 'item_sends.tracker_id')
    .select([sql<string>`coalesce(trackers.name, '')`.as('tracker'), 'remote_key as key'])
    .where('items.idea_id', '=', idea)
    .where('item_sends.state', 'not in', ['refused', 'unlinked'])
    .executeTakeFirst()) ?? null;

const remoteColumns = ({ id, key, url, work, workWords, workAt }: Remote) => ({
  remote_id: id,
  remote_key: key,
  url,
  work,
  work_words: workWords,
  work_at: workAt,
});

/** It has arrived. False: meanwhile somebody linked it by hand, or sends it elsewhere, and that stays. */
export async function finishSent(
  tx: Database,
  { item, tracker }: { item: string; tracker: string },
  remote: Remote,
  { at, nextLook }: { at: Date; nextLook: Date | null },
): Promise<boolean> {
  await tx
    .deleteFrom('tracker_outbox')
    .where('item_id', '=', item)
    .where('tracker_id', '=', tracker)
    .execute();
  const { numUpdatedRows } = await tx
    .updateTable('item_sends')
    .set({ state: 'sent', said: '', looked_at: at, next_look_at: nextLook, ...remoteColumns(remote) })
    .where('item_id', '=', item)
    .where('tracker_id', '=', tracker)
    .where('state', 'in', ['sending', 'unknown'])
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** What it is called there, learned after its first report had come; a name it has stays. */
export const nameSent = (
  db: Database,
  { item, tracker }: { item: string; tracker: string },
  { key, url }: Pick<Remote, 'key' | 'url'>,
) =>
  db
    .updateTable('item_sends')
    .set({ remote_key: key, url })
    .where('item_id', '=', item)
    .where('tracker_id', '=', tracker)
    .where('state', '=', 'sent')
    .where('remote_key', '=', '')
    .where('url', '=', '')
    .execute();

/** By hand: from now on it is there. Whatever was on its way is not sent any more; null: it is on its way just now. */
export async function linkItem(
  tx: Database,
  link: {
    item: string;
    tracker: string | null;
    id: string;
    key: string;
    url: string;
    by: PersonId;
    at: Date;
  },
): Promise<void> {
  await tx.deleteFrom('tracker_outbox').where('item_id', '=', link.item).execute();
  const row = {
    tracker_id: link.tracker,
    state: 'sent' as const,
    asked_by: link.by,
    said: '',
    remote_id: link.id,
    remote_key: link.key,
    url: link.url,
    work: null,
    work_words: '',
    work_at: null,
    looked_at: null,
    next_look_at: link.tracker === null ? null : link.at,
  };
  await tx
    .insertInto('item_sends')
    .values({ item_id: link.item, asked_at: link.at, ...row })
    .onConflict((conflict) => conflict.column('item_id').doUpdateSet(row))
    .execute();
}

/** Takes a link away, whatever it says; what the tracker has stays there, and since when is kept for whoever sends again (T4). */
export const unlinkItem = (tx: Database, item: string) =>
  tx
    .updateTable('item_sends')
    .set({
      state: 'unlinked',
      said: '',
      remote_id: '',
      remote_key: '',
      url: '',
      work: null,
      work_words: '',
      work_at: null,
      looked_at: null,
      next_look_at: null,
    })
    .where('item_id', '=', item)
    .where('state', '=', 'sent')
    .execute();

export interface Watched {
  item: string;
  tracker: string;
  id: string;
  key: string;
  work: WorkState | null;
  workAt: Date | null;
}

const watched = (db: Database) =>
  db
    .selectFrom('item_sends')
    .select([
      'item_id as item',
      'tracker_id as tracker',
      'remote_id as id',
      'remote_key as key',
      'work',
      'work_at as workAt',
    ])
    .where('state', '=', 'sent')
    .$narrowType<{ tracker: string }>();

/** Whose state is to be asked for, of a tracker that is not left alone just now. */
export const listDueLooks = (db: Database, tracker: string, now: Date, limit: number): Promise<Watched[]> =>
  watched(db)
    .innerJoin('trackers', 'trackers.id', 'item_sends.tracker_id')
    .where('tracker_id', '=', tracker)
    .where('next_look_at', '<=', now)
    .where('trackers.removed_at', 'is', null)
    .where((where) =>
      where.or([where('trackers.away_until', 'is', null), where('trackers.away_until', '<=', now)]),
    )
    .orderBy('next_look_at')
    .orderBy('item_id')
    .limit(limit)
    .execute();

/** Those of a tracker that its own name may mean: an id, a key, or for a webhook the item itself. */
export const findWatched = (
  db: Database,
  tracker: string,
  name: { id: string; key: string } | { item: string },
): Promise<Watched[]> =>
  watched(db)
    .where('tracker_id', '=', tracker)
    .where((where) =>
      'item' in name
        ? where('item_id', '=', name.item)
        : where.or([
            where.and([where('remote_id', '=', name.id), where('remote_id', '!=', '')]),
            where.and([where('remote_key', '=', name.key), where('remote_key', '!=', '')]),
          ]),
    )
    .execute();

/**
 * What the tracker says of an item. Done there finishes it here, unless its owner had said so before; open again there takes back
 * what it had finished, and nothing that its owner said.
 */
export async function saveWork(
  tx: Database,
  { item, tracker, work, workAt }: Pick<Watched, 'item' | 'tracker' | 'work' | 'workAt'>,
  remote: Remote,
  { at, nextLook }: { at: Date; nextLook: Date | null },
): Promise<void> {
  const { url, remote_key, remote_id, ...state } = remoteColumns(remote);
  const { numUpdatedRows } = await tx
    .updateTable('item_sends')
    .set({
      said: '',
      looked_at: at,
      next_look_at: nextLook,
      ...state,
      ...(url !== '' && { url }),
      ...(remote_key !== '' && { remote_key }),
      ...(remote_id !== '' && { remote_id }),
    })
    .where('item_id', '=', item)
    .where('tracker_id', '=', tracker)
    .where('state', '=', 'sent')
    .executeTakeFirst();
  // linked elsewhere by hand meanwhile
  if (numUpdatedRows === 0n) return;
  if (work === remote.work) {
    // a later change of what is done moves the instant its finishing is known by
    if (work === 'done' && workAt !== null)
      await tx
        .updateTable('items')
        .set({ finished_at: remote.workAt ?? at })
        .where('id', '=', item)
        .where('finished_at', '=', workAt)
        .execute();
    return;
  }
  if (remote.work === 'done')
    await tx
      .updateTable('items')
      .set({ finished_at: remote.workAt ?? at })
      .where('id', '=', item)
      .where('finished_at', 'is', null)
      .execute();
  else if (work === 'done' && workAt !== null)
    await tx
      .updateTable('items')
      .set({ finished_at: null })
      .where('id', '=', item)
      .where('finished_at', '=', workAt)
      .execute();
}

/** It is not there any more; it is not asked for again. */
export const noteGone = (db: Database, item: string, { said, at }: { said: string; at: Date }) =>
  db
    .updateTable('item_sends')
    .set({ said, looked_at: at, next_look_at: null })
    .where('item_id', '=', item)
    .execute();

export const putLookOff = (db: Database, item: string, next: Date) =>
  db.updateTable('item_sends').set({ next_look_at: next }).where('item_id', '=', item).execute();
