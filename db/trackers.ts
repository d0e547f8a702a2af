import type { Kysely } from 'kysely';
import type { TrackerFields, TrackerKind } from '#domain/trackers/tracker.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

export interface StoredTracker extends TrackerFields {
  id: string;
  place: string;
  /** Sealed; null once it was disconnected. */
  token: Uint8Array | null;
  hookSecret: Uint8Array | null;
  removedAt: Date | null;
  trouble: string;
  troubleSince: Date | null;
  failures: number;
  awayUntil: Date | null;
}

const trackers = (db: Database) =>
  db
    .selectFrom('trackers')
    .select([
      'trackers.id',
      'kind',
      'trackers.name',
      'address',
      'project',
      'account',
      'issue_type as issueType',
      'place',
      'token',
      'hook_secret as hookSecret',
      'removed_at as removedAt',
      'trouble',
      'trouble_since as troubleSince',
      'failures',
      'away_until as awayUntil',
    ]);

/** Those connected, by name. */
export const listTrackers = (db: Database): Promise<StoredTracker[]> =>
  trackers(db).where('removed_at', 'is', null).orderBy('trackers.name').orderBy('trackers.id').execute();

/** What anybody may know of them: how they are called. */
export const listTrackerNames = (db: Database): Promise<{ id: string; name: string; kind: TrackerKind }[]> =>
  db
    .selectFrom('trackers')
    .select(['id', 'name', 'kind'])
    .where('removed_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute();

export const findTracker = async (db: Database, id: string): Promise<StoredTracker | null> =>
  (await trackers(db).where('trackers.id', '=', id).where('removed_at', 'is', null).executeTakeFirst()) ??
  null;

/** Whether it is connected, and it stays so until the transaction ends. */
export const holdTracker = async (tx: Database, id: string): Promise<boolean> =>
  (await tx
    .selectFrom('trackers')
    .select('id')
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .forShare()
    .executeTakeFirst()) !== undefined;

export const insertTracker = (
  db: Database,
  id: string,
  fields: TrackerFields,
  { token, hookSecret, at }: { token: Uint8Array; hookSecret: Uint8Array | null; at: Date },
) =>
  db
    .insertInto('trackers')
    .values({
      id,
      kind: fields.kind,
      name: fields.name,
      address: fields.address,
      project: fields.project,
      account: fields.account,
      issue_type: fields.issueType,
      token,
      hook_secret: hookSecret,
      connected_at: at,
    })
    .execute();

/** Kind stays. A token or secret that is not given stays too. What was wrong is forgotten: it is tried anew. */
export const updateTracker = (
  db: Database,
  id: string,
  { name, address, project, account, issueType }: TrackerFields,
  secrets: { token?: Uint8Array; hookSecret?: Uint8Array },
) =>
  db
    .updateTable('trackers')
    .set({
      name,
      address,
      project,
      account,
      issue_type: issueType,
      place: '',
      trouble: '',
      trouble_since: null,
      failures: 0,
      away_until: null,
      ...(secrets.token && { token: secrets.token }),
      ...(secrets.hookSecret && { hook_secret: secrets.hookSecret }),
    })
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .execute();

export const setHookSecret = (db: Database, id: string, hookSecret: Uint8Array) =>
  db.updateTable('trackers').set({ hook_secret: hookSecret }).where('id', '=', id).execute();

export const setPlace = (db: Database, id: string, place: string) =>
  db.updateTable('trackers').set({ place }).where('id', '=', id).execute();

/** Its secrets go at once, and what was on its way to it; links to what it has stay. */
export async function removeTracker(tx: Database, id: string, at: Date): Promise<void> {
  // first, so that whoever is sending to it either is through or is told
  await tx
    .updateTable('trackers')
    .set({
      removed_at: at,
      token: null,
      hook_secret: null,
      trouble: '',
      trouble_since: null,
      away_until: null,
    })
    .where('id', '=', id)
    .execute();
  await tx
    .updateTable('item_sends')
    .set({ state: 'unknown', said: 'It was on its way when the tracker was disconnected.' })
    .where('item_id', 'in', tx.selectFrom('tracker_outbox').select('item_id').where('tracker_id', '=', id))
    .execute();
  await tx.deleteFrom('tracker_outbox').where('tracker_id', '=', id).execute();
  await tx.updateTable('item_sends').set({ next_look_at: null }).where('tracker_id', '=', id).execute();
}

/** What is wrong with it, and until when it is left alone. */
export const noteTrouble = (
  db: Database,
  id: string,
  { said, at, until }: { said: string; at: Date; until: Date },
) =>
  db
    .updateTable('trackers')
    .set((row) => ({
      trouble: said,
      trouble_since: row.fn.coalesce('trouble_since', row.val(at)),
      failures: row('failures', '+', 1),
      away_until: until,
    }))
    .where('id', '=', id)
    .execute();

export const noteItAnswers = (db: Database, id: string) =>
  db
    .updateTable('trackers')
    .set({ trouble: '', trouble_since: null, failures: 0, away_until: null })
    .where('id', '=', id)
    .where('failures', '>', 0)
    .execute();

/** T1: whether a tracker has items, or may have: what they are called there holds in its project alone. */
export const hasLinkedItems = async (db: Database, tracker: string): Promise<boolean> =>
  (await db
    .selectFrom('item_sends')
    .leftJoin('tracker_outbox', 'tracker_outbox.item_id', 'item_sends.item_id')
    .select('item_sends.item_id')
    .where('item_sends.tracker_id', '=', tracker)
    .where((where) =>
      where.or([
        where('item_sends.state', 'in', ['sent', 'unknown']),
        where('tracker_outbox.lost_since', 'is not', null),
      ]),
    )
    .limit(1)
    .executeTakeFirst()) !== undefined;

/** A tracker that was mended is asked for all it has, what seemed gone too. */
export const lookAgain = (db: Database, tracker: string, now: Date) =>
  db
    .updateTable('item_sends')
    .set({ next_look_at: now })
    .where('tracker_id', '=', tracker)
    .where('state', '=', 'sent')
    .execute();

export const listOrigins = async (db: Database): Promise<string[]> =>
  (await db.selectFrom('listed_origins').select('origin').orderBy('origin').execute()).map(
    ({ origin }) => origin,
  );

export async function replaceOrigins(tx: Database, origins: readonly string[]): Promise<void> {
  await tx.deleteFrom('listed_origins').execute();
  if (origins.length > 0)
    await tx
      .insertInto('listed_origins')
      .values(origins.map((origin) => ({ origin })))
      .execute();
}

/** Whether this very call has come before. */
export const isKnownCall = async (db: Database, tracker: string, signature: string): Promise<boolean> =>
  (await db
    .selectFrom('tracker_calls')
    .select('signature')
    .where('tracker_id', '=', tracker)
    .where('signature', '=', signature)
    .executeTakeFirst()) !== undefined;

export const noteCall = (db: Database, call: { tracker: string; signature: string; at: Date }) =>
  db
    .insertInto('tracker_calls')
    .values({ tracker_id: call.tracker, signature: call.signature, came_at: call.at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();

export const forgetCalls = (db: Database, before: Date) =>
  db.deleteFrom('tracker_calls').where('came_at', '<', before).execute();
