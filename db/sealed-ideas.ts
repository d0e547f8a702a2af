import { type Expression, type Kysely, sql } from 'kysely';
import type { SealedIdea } from '#domain/action-session/idea.ts';
import type { MeetingId, PersonId, ReviewId, StageId } from '#domain/ids.ts';
import type { OwnIdea } from '#domain/meeting/sealed-idea.ts';
import { readableReviews } from './readable-reviews.ts';
import { lockTable } from './rewrite-table.ts';
import type { Schema } from './schema.ts';

/** C6: whatever reads words here names their author; all else is a count. */
type Database = Kysely<Schema>;

export interface NewSealedIdea {
  id: string;
  review: ReviewId;
  /** Null when sealed on the soak page. */
  meeting: MeetingId | null;
  stage: StageId | null;
  author: PersonId;
  words: string;
  withheld: boolean;
  seenInNotes: boolean;
  at: Date;
}

export const countSealedIdeas = async (db: Database, review: ReviewId): Promise<number> =>
  (await sealedCount(db, review).executeTakeFirstOrThrow()).count;

/** One row, with the number alone. */
export const sealedCount = (db: Database, review: ReviewId | Expression<ReviewId>) =>
  db
    .selectFrom('sealed_ideas')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('review_id', '=', review);

/** The asking person's own, oldest first; nobody else's words are ever asked for. */
export const listOwnIdeas = async (db: Database, review: ReviewId, author: PersonId): Promise<OwnIdea[]> =>
  ownIdeaRows(db, review, author).execute();

export const ownIdeaRows = (db: Database, review: ReviewId | Expression<ReviewId>, author: PersonId) =>
  db
    .selectFrom('sealed_ideas')
    .select(['id', 'words', 'withheld', 'seen_in_notes as seenInNotes', 'stage_id as stage'])
    .where('review_id', '=', review)
    .where('author_id', '=', author)
    .orderBy('sealed_at')
    .orderBy('id');

/** The same over all reviews the author may still read, for a person's own day: the title of another is not theirs to see (P2). */
export const listAllOwnIdeas = async (
  db: Database,
  author: PersonId,
): Promise<{ id: string; words: string; review: ReviewId; reviewTitle: string }[]> =>
  db
    .selectFrom('sealed_ideas')
    .innerJoin('reviews', 'reviews.id', 'sealed_ideas.review_id')
    .select(['sealed_ideas.id', 'words', 'reviews.id as review', 'reviews.title as reviewTitle'])
    .where('author_id', '=', author)
    .where('reviews.id', 'in', readableReviews(db, author).select('reviews.id'))
    .orderBy('sealed_at')
    .orderBy('sealed_ideas.id')
    .execute();

export const insertSealedIdea = async (db: Database, idea: NewSealedIdea): Promise<void> => {
  await db
    .insertInto('sealed_ideas')
    .values({
      id: idea.id,
      review_id: idea.review,
      meeting_id: idea.meeting,
      stage_id: idea.stage,
      author_id: idea.author,
      words: idea.words,
      withheld: idea.withheld,
      seen_in_notes: idea.seenInNotes,
      sealed_at: idea.at,
    })
    .execute();
};

/** Which closed idea, and whose: another's is as if it were not there. */
export interface OwnIdeaKey {
  id: string;
  review: ReviewId;
  author: PersonId;
}

/** False when it is not this author's, or not closed any more. A name is not withheld where others have seen the words. */
export const changeSealedIdea = async (
  db: Database,
  key: OwnIdeaKey,
  change: { words: string } | { withheld: boolean },
): Promise<boolean> => {
  let query = db
    .updateTable('sealed_ideas')
    .set(change)
    .where('id', '=', key.id)
    .where('review_id', '=', key.review)
    .where('author_id', '=', key.author);
  if ('withheld' in change && change.withheld) query = query.where('seen_in_notes', '=', false);
  return (await query.executeTakeFirst()).numUpdatedRows > 0n;
};

export const withdrawSealedIdea = async (db: Database, key: OwnIdeaKey): Promise<boolean> => {
  const done = await db
    .deleteFrom('sealed_ideas')
    .where('id', '=', key.id)
    .where('review_id', '=', key.review)
    .where('author_id', '=', key.author)
    .executeTakeFirst();
  return done.numDeletedRows > 0n;
};

const SEALING_COMMANDS = ['seal', 'change-idea', 'withdraw-idea', 'withhold-name'] as const;

/** A statement takes no more than 65,535 values. */
const AT_ONCE = 1_000;

type Shuffle = <T>(items: readonly T[]) => T[];

/**
 * C7: takes every closed idea of a review out of this table, for opening. Those of others are written anew in random order and the
 * file all lay in is thrown away (`truncate`): a deleted row would stay in it, the withheld author beside the words. In the same
 * transaction the events that sealed them lose actor, time and idea id, and their key rows go; what is left of those in files goes
 * with the next sweep.
 */
export const takeSealedIdeas = async (
  tx: Database,
  review: ReviewId,
  shuffle: Shuffle,
): Promise<SealedIdea[]> => {
  await lockTable(tx, 'sealed_ideas');
  const all = await tx.selectFrom('sealed_ideas').selectAll().execute();
  const others = shuffle(all.filter((idea) => idea.review_id !== review));
  await sql`truncate sealed_ideas`.execute(tx);
  for (let at = 0; at < others.length; at += AT_ONCE)
    await tx
      .insertInto('sealed_ideas')
      .values(others.slice(at, at + AT_ONCE))
      .execute();
  await forgetSealing(tx, review);
  return all
    .filter((idea) => idea.review_id === review)
    .map(({ author_id, words, withheld }) => ({ author: author_id, words, withheld }));
};

async function forgetSealing(tx: Database, review: ReviewId): Promise<void> {
  // Sealing marked its author's row with the number of its transaction, and the events around it tell which that was: all get the same.
  await sql`select count(*) from (select from people for key share) as marked`.execute(tx);
  const meetings = tx.selectFrom('meetings').select('id').where('review_id', '=', review);
  await tx
    .updateTable('meeting_events')
    .set({ at: null, actor_id: null, about: '{}' })
    .where('command', 'in', SEALING_COMMANDS)
    .where('meeting_id', 'in', meetings)
    .execute();
  await tx
    .deleteFrom('command_keys')
    .where('body_hash', 'is', null)
    .where('meeting_id', 'in', meetings)
    .execute();
}
