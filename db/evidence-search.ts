import type { Kysely } from 'kysely';
import type { ReviewId } from '#domain/ids.ts';
import type { MessageRow } from './evidence.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

/** Messages of a review with these words in them or in who said them; the first ones where nothing is asked. In order. */
export function searchMessages(
  db: Database,
  review: ReviewId,
  words: string,
  most: number,
): Promise<(MessageRow & { source: string })[]> {
  const like = `%${words.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  let found = db
    .selectFrom('evidence_messages as m')
    .innerJoin('evidence_sources as s', 's.id', 'm.source_id')
    .where('m.review_id', '=', review);
  if (words !== '')
    found = found.where((is) => is.or([is('m.text', 'ilike', like), is('m.speaker', 'ilike', like)]));
  return found
    .selectAll('m')
    .select('s.name as source')
    .orderBy('m.at')
    .orderBy('m.position')
    .limit(most)
    .execute();
}
