import { type Kysely, sql } from 'kysely';
import type { PersonId } from '#domain/ids.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

const HAS_WORDS = sql<boolean>`words ~ '[^[:space:]]'`;

/** Characters of a shared document by their Yjs ids: client, first clock, how many. */
export type WordRange = readonly [client: number, clock: number, length: number];

/** Words somebody may have back, and where they belonged. */
export interface RescuedWords {
  person: PersonId;
  kind: 'lost' | 'hidden';
  place: string;
  block: string;
  afterBlock: string;
  before: string;
  words: string;
  after: string;
  ranges: readonly WordRange[];
  at: Date;
}

export interface OpenRescue extends RescuedWords {
  id: number;
}

/**
 * What is offered in a document and not answered yet: one person's, or everybody's with the white space that waits there. White
 * space alone is offered to nobody, and goes along once words next to it are lost too.
 */
export const listOpenRescues = async (
  db: Database,
  document: string,
  person: PersonId | null = null,
): Promise<OpenRescue[]> => {
  const rows = await db
    .selectFrom('rescued_words')
    .selectAll()
    .where('document', '=', document)
    .where('state', '=', 'open')
    .$if(person !== null, (query) => query.where('person_id', '=', person as PersonId).where(HAS_WORDS))
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: Number(row.id),
    person: row.person_id,
    kind: row.kind,
    place: row.place,
    block: row.block,
    afterBlock: row.after_block,
    before: row.before_words,
    words: row.words,
    after: row.after_words,
    ranges: row.ranges as WordRange[],
    at: row.at,
  }));
};

/** Offers words; somebody who is no longer there is offered nothing. */
export const insertRescued = async (db: Database, document: string, rescued: RescuedWords): Promise<void> => {
  await sql`
    insert into rescued_words
      (document, person_id, kind, place, block, after_block, before_words, words, after_words, ranges, at, state)
    select ${document}, id, ${rescued.kind}, ${rescued.place}, ${rescued.block}, ${rescued.afterBlock},
      ${rescued.before}, ${rescued.words}, ${rescued.after}, ${JSON.stringify(rescued.ranges)}::jsonb, ${rescued.at}, 'open'
    from people where id = ${rescued.person}`.execute(db);
};

/** The same offer, with more words of the same sentence. False where it was answered meanwhile: it stays answered. */
export const extendRescued = async (db: Database, id: number, rescued: RescuedWords): Promise<boolean> => {
  const extended = await db
    .updateTable('rescued_words')
    .set({
      before_words: rescued.before,
      words: rescued.words,
      after_words: rescued.after,
      ranges: JSON.stringify(rescued.ranges),
    })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirst();
  return Number(extended.numUpdatedRows) === 1;
};

/** Takes an offer back: its author deleted those words themselves. */
export const withdrawRescued = async (db: Database, ids: readonly number[]): Promise<void> => {
  if (ids.length === 0) return;
  await db.deleteFrom('rescued_words').where('id', 'in', ids).where('state', '=', 'open').execute();
};

/** An offer as its author asks for it. */
export interface AskedRescue {
  id: number;
  document: string;
  person: PersonId;
  /** As they were seen: an offer of other words is not answered. */
  words?: string;
}

type RescueState = 'open' | 'put-back' | 'let-go';

/** Answers an offer. False when it is not this person's, or no longer as it was: an offer is answered once. */
export const answerRescued = async (
  db: Database,
  asked: AskedRescue,
  from: RescueState,
  to: RescueState,
  at: Date | null,
): Promise<boolean> => {
  const answered = await db
    .updateTable('rescued_words')
    .set({ state: to, answered_at: at })
    .where('id', '=', asked.id)
    .where('document', '=', asked.document)
    .where('person_id', '=', asked.person)
    .where('state', '=', from)
    .$if(asked.words !== undefined, (query) => query.where('words', '=', asked.words as string))
    .executeTakeFirst();
  return Number(answered.numUpdatedRows) === 1;
};

/** What is open in these documents, by document and person: changes whenever an offer comes, grows or is answered. */
export const listRescueMarks = async (
  db: Database,
  documents: readonly string[],
): Promise<{ document: string; person: PersonId; mark: string }[]> => {
  if (documents.length === 0) return [];
  const rows = await db
    .selectFrom('rescued_words')
    .select([
      'document',
      'person_id',
      sql<string>`string_agg(id || ':' || length(words), ',' order by id)`.as('mark'),
    ])
    .where('document', 'in', documents)
    .where('state', '=', 'open')
    .where(HAS_WORDS)
    .groupBy(['document', 'person_id'])
    .execute();
  return rows.map(({ document, person_id, mark }) => ({ document, person: person_id, mark }));
};
