import type { Kysely } from 'kysely';
import type { MeetingId, PersonId } from '#domain/ids.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

export interface CommandKey {
  meeting: MeetingId;
  person: PersonId;
  key: string;
}

/** M4: what this key was used for before; `bodyHash` null for sealing, where the key alone decides (C7). */
export const findKey = async (tx: Database, { meeting, person, key }: CommandKey) =>
  (await tx
    .selectFrom('command_keys')
    .select('body_hash as bodyHash')
    .where('meeting_id', '=', meeting)
    .where('person_id', '=', person)
    .where('key', '=', key)
    .executeTakeFirst()) ?? null;

export const insertKey = (
  tx: Database,
  { meeting, person, key }: CommandKey,
  used: { bodyHash: string | null; at: Date },
) =>
  tx
    .insertInto('command_keys')
    .values({ meeting_id: meeting, person_id: person, key, body_hash: used.bodyHash, at: used.at })
    .execute();

export const forgetKeys = (db: Database, usedBefore: Date) =>
  db.deleteFrom('command_keys').where('at', '<', usedBefore).execute();
