import type { Kysely } from 'kysely';
import type { PersonId } from '#domain/ids.ts';
import type { TokenScope } from '#domain/token-scopes.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

/** A token with what is needed of its owner to answer a request. */
export interface TokenWithOwner {
  id: string;
  secret_hash: Uint8Array;
  scopes: TokenScope[];
  last_used_at: Date | null;
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

export interface NewToken {
  id: string;
  secretHash: Uint8Array;
  person: PersonId;
  name: string;
  scopes: readonly TokenScope[];
  createdAt: Date;
  expiresAt: Date;
}

export const insertToken = (db: Database, token: NewToken) =>
  db
    .insertInto('tokens')
    .values({
      id: token.id,
      secret_hash: token.secretHash,
      person_id: token.person,
      name: token.name,
      scopes: JSON.stringify(token.scopes),
      created_at: token.createdAt,
      last_used_at: null,
      expires_at: token.expiresAt,
    })
    .execute();

export const findToken = async (db: Database, id: string): Promise<TokenWithOwner | null> =>
  (await db
    .selectFrom('tokens')
    .innerJoin('people', 'people.id', 'tokens.person_id')
    .leftJoin('workspace', (join) => join.onTrue())
    .select([
      'tokens.id',
      'secret_hash',
      'scopes',
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
    .where('tokens.id', '=', id)
    .executeTakeFirst()) ?? null;

/** Newest first; those past their end too, the caller knows the time. */
export const listTokensOf = (db: Database, person: PersonId) =>
  db
    .selectFrom('tokens')
    .select(['id', 'name', 'scopes', 'created_at', 'last_used_at', 'expires_at'])
    .where('person_id', '=', person)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();

export const touchToken = (db: Database, id: string, at: Date) =>
  db.updateTable('tokens').set({ last_used_at: at }).where('id', '=', id).execute();

/** Only one's own. Gives how many went. */
export const deleteToken = async (db: Database, person: PersonId, id: string): Promise<number> =>
  Number(
    (await db.deleteFrom('tokens').where('id', '=', id).where('person_id', '=', person).executeTakeFirst())
      .numDeletedRows,
  );

export const deleteTokensOf = (db: Database, person: PersonId) =>
  db.deleteFrom('tokens').where('person_id', '=', person).execute();

/** One person's, so that their list stays short. */
export const deleteExpiredTokens = (db: Database, person: PersonId, now: Date) =>
  db.deleteFrom('tokens').where('person_id', '=', person).where('expires_at', '<=', now).execute();
