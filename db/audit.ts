import type { Kysely } from 'kysely';
import type { PersonId } from '#domain/ids.ts';
import type { Schema } from './schema.ts';

/** Who did what, for administrators to look up. `about` holds ids alone, never content. */
export const recordAudit = (
  db: Kysely<Schema>,
  at: Date,
  person: PersonId | null,
  action: string,
  about: Record<string, string> = {},
) =>
  db
    .insertInto('audit')
    .values({ at, person_id: person, action, about: JSON.stringify(about) })
    .execute();
