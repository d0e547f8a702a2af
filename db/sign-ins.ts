import type { Kysely } from 'kysely';
import type { PersonId } from '#domain/ids.ts';
import type { Schema, SignInsTable } from './schema.ts';

type Database = Kysely<Schema>;

/** A sign-in with what is needed of its person to answer a request. */
export interface SignInWithPerson {
  id: string;
  secret_hash: Uint8Array;
  last_used_at: Date;
  expires_at: Date;
  person_id: PersonId;
  name: string;
  email: string | null;
  role: 'administrator' | 'member';
  zone: string | null;
  face_letters: string;
  face_hue: number;
  deactivated_at: Date | null;
  workspace_zone: string | null;
}

export const insertSignIn = (db: Database, row: Omit<SignInsTable, 'device'> & { device: string }) =>
  db.insertInto('sign_ins').values(row).execute();

/** By their ids; those that are none are left out. */
export const findSignIns = async (
  db: Database,
  ids: readonly string[],
): Promise<Map<string, SignInWithPerson>> => {
  const rows = await db
    .selectFrom('sign_ins')
    .innerJoin('people', 'people.id', 'sign_ins.person_id')
    .leftJoin('workspace', (join) => join.onTrue())
    .select([
      'sign_ins.id',
      'secret_hash',
      'last_used_at',
      'expires_at',
      'person_id',
      'people.name',
      'email',
      'role',
      'people.zone',
      'face_letters',
      'face_hue',
      'deactivated_at',
      'workspace.zone as workspace_zone',
    ])
    .where('sign_ins.id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
};

/** Newest use first; expired ones too, the caller knows the time. */
export const listSignInsOf = (db: Database, person: PersonId) =>
  db
    .selectFrom('sign_ins')
    .select(['id', 'created_at', 'last_used_at', 'expires_at', 'device'])
    .where('person_id', '=', person)
    .orderBy('last_used_at', 'desc')
    .execute();

export const touchSignIn = (db: Database, id: string, at: Date) =>
  db.updateTable('sign_ins').set({ last_used_at: at }).where('id', '=', id).execute();

/** Only one's own. Gives how many went. */
export const deleteSignIn = async (db: Database, person: PersonId, id: string): Promise<number> =>
  Number(
    (await db.deleteFrom('sign_ins').where('id', '=', id).where('person_id', '=', person).executeTakeFirst())
      .numDeletedRows,
  );

/** @param but one to keep */
export const deleteSignInsOf = (db: Database, person: PersonId, but: string | null = null) =>
  db
    .deleteFrom('sign_ins')
    .where('person_id', '=', person)
    .$if(but !== null, (rest) => rest.where('id', '!=', but as string))
    .execute();

/** One person's, so that their list stays short. */
export const deleteExpiredSignIns = (db: Database, person: PersonId, now: Date, unusedSince: Date) =>
  db
    .deleteFrom('sign_ins')
    .where('person_id', '=', person)
    .where((row) => row.or([row('expires_at', '<=', now), row('last_used_at', '<=', unusedSince)]))
    .execute();
