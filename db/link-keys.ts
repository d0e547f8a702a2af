import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** The key links are signed with, the same for every node; drawn where there is none yet. @param fresh 32 bytes by chance */
export async function linkKey(db: Kysely<Schema>, fresh: () => Uint8Array): Promise<Uint8Array> {
  const find = () => db.selectFrom('link_keys').select('key').where('id', '=', 1).executeTakeFirst();
  const known = await find();
  if (known) return known.key;
  await db
    .insertInto('link_keys')
    .values({ id: 1, key: fresh() })
    .onConflict((same) => same.column('id').doNothing())
    .execute();
  // of two nodes that drew at once, one was first
  const drawn = await find();
  if (!drawn) throw new Error('the key for links was not kept');
  return drawn.key;
}
