import type { Kysely } from 'kysely';
import type { OutcomeKind } from '#domain/action-session/outcome.ts';
import type { MeetingId, PersonId, ReviewId } from '#domain/ids.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

export interface Outcome {
  kind: OutcomeKind;
  reason: string;
  endedAt: Date;
  meeting: MeetingId;
}

export const findOutcome = async (db: Database, review: ReviewId): Promise<Outcome | null> => {
  const row = await db.selectFrom('outcomes').selectAll().where('review_id', '=', review).executeTakeFirst();
  return row ? { kind: row.kind, reason: row.reason, endedAt: row.ended_at, meeting: row.meeting_id } : null;
};

/** How the session ended; the review is done with it. */
export const insertOutcome = async (db: Database, review: ReviewId, outcome: Outcome): Promise<void> => {
  await db
    .insertInto('outcomes')
    .values({
      review_id: review,
      meeting_id: outcome.meeting,
      kind: outcome.kind,
      reason: outcome.reason,
      ended_at: outcome.endedAt,
    })
    .execute();
  await db.updateTable('reviews').set({ done_at: outcome.endedAt }).where('id', '=', review).execute();
};

/** Takes the ending back; the review is not done any more. */
export const deleteOutcome = async (db: Database, review: ReviewId): Promise<void> => {
  await db.deleteFrom('outcomes').where('review_id', '=', review).execute();
  await db.updateTable('reviews').set({ done_at: null }).where('id', '=', review).execute();
};

/** S11: already fixed, as a fact. */
export interface FixedFact {
  id: string;
  idea: string | null;
  words: string;
  by: PersonId;
  byName: string;
  at: Date;
}

export const listFixedFacts = async (db: Database, review: ReviewId): Promise<FixedFact[]> =>
  db
    .selectFrom('fixed_facts')
    .innerJoin('people', 'people.id', 'fixed_facts.recorded_by')
    .select([
      'fixed_facts.id',
      'idea_id as idea',
      'words',
      'recorded_by as by',
      'people.name as byName',
      'recorded_at as at',
    ])
    .where('review_id', '=', review)
    .orderBy('recorded_at')
    .orderBy('fixed_facts.id')
    .execute();

export const insertFixedFact = async (
  db: Database,
  fact: { id: string; review: ReviewId; idea: string | null; words: string; by: PersonId; at: Date },
): Promise<void> => {
  await db
    .insertInto('fixed_facts')
    .values({
      id: fact.id,
      review_id: fact.review,
      idea_id: fact.idea,
      words: fact.words,
      recorded_by: fact.by,
      recorded_at: fact.at,
    })
    .execute();
};

/** Takes back one that stands beside no idea. False: somebody was quicker. */
export const deleteFact = async (db: Database, id: string): Promise<boolean> =>
  (await db.deleteFrom('fixed_facts').where('id', '=', id).where('idea_id', 'is', null).executeTakeFirst())
    .numDeletedRows > 0n;

/** Takes back what was noted beside these ideas of the review. */
export const deleteFactsBeside = async (
  db: Database,
  review: ReviewId,
  ideas: readonly string[],
): Promise<void> => {
  await db
    .deleteFrom('fixed_facts')
    .where('review_id', '=', review)
    .where('idea_id', 'in', [...ideas])
    .execute();
};
