import type { Kysely } from 'kysely';
import type { MeetingId, PersonId } from '#domain/ids.ts';
import { eventColumns, type RecordedEvent } from './meeting-events.ts';
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

/** How a key is told from others of its meeting. */
export const keyName = ({ person, key }: Omit<CommandKey, 'meeting'>): string => `${person} ${key}`;

/** The same for several: what those used before were used for, by `keyName`. */
export async function findKeys(
  tx: Database,
  meeting: MeetingId,
  keys: readonly CommandKey[],
): Promise<Map<string, string | null>> {
  const rows = await tx
    .selectFrom('command_keys')
    .select(['person_id as person', 'key', 'body_hash as bodyHash'])
    .where('meeting_id', '=', meeting)
    .where('key', 'in', [...new Set(keys.map(({ key }) => key))])
    .execute();
  return new Map(rows.map((row) => [keyName(row), row.bodyHash]));
}

/** What accepted presses leave beside their change: an event each (M5) and the key (M4), for all of them in one statement. */
export async function recordPresses(
  tx: Database,
  presses: readonly { event: RecordedEvent; used: CommandKey & { bodyHash: string | null; at: Date } }[],
): Promise<void> {
  if (presses.length === 0) return;
  await tx
    .with('events', (db) =>
      db.insertInto('meeting_events').values(presses.map(({ event }) => eventColumns(event))),
    )
    .insertInto('command_keys')
    .values(
      presses.map(({ used: { meeting, person, key, bodyHash, at } }) => ({
        meeting_id: meeting,
        person_id: person,
        key,
        body_hash: bodyHash,
        at,
      })),
    )
    .execute();
}

export const forgetKeys = (db: Database, usedBefore: Date) =>
  db.deleteFrom('command_keys').where('at', '<', usedBefore).execute();
