import type { Kysely } from 'kysely';
import type { Decision, OpenedIdea } from '#domain/action-session/idea.ts';
import type { MeetingId, PersonId, ReviewId } from '#domain/ids.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

export type ListedIdea = OpenedIdea & { authorName: string | null };

/** By group, then by random id: no order tells when an idea was sealed (C7). */
export const listOpenedIdeas = async (db: Database, review: ReviewId): Promise<ListedIdea[]> => {
  const rows = await db
    .selectFrom('opened_ideas')
    .leftJoin('people', 'people.id', 'opened_ideas.author_id')
    .select([
      'opened_ideas.id',
      'words',
      'author_id',
      'people.name',
      'group_words',
      'decision',
      'reason',
      'merged_into',
      'answers',
    ])
    .where('review_id', '=', review)
    .orderBy('opened_ideas.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    words: row.words,
    author: row.author_id,
    authorName: row.name,
    group: row.group_words,
    decision: row.decision,
    reason: row.reason,
    mergedInto: row.merged_into,
    answers: row.answers,
  }));
};

export const insertOpenedIdeas = async (
  db: Database,
  session: { meeting: MeetingId; review: ReviewId },
  ideas: readonly OpenedIdea[],
): Promise<void> => {
  if (ideas.length === 0) return;
  await db
    .insertInto('opened_ideas')
    .values(
      ideas.map((idea) => ({
        id: idea.id,
        review_id: session.review,
        meeting_id: session.meeting,
        words: idea.words,
        author_id: idea.author,
        group_words: idea.group,
        decision: idea.decision,
        reason: idea.reason,
        merged_into: idea.mergedInto,
        answers: idea.answers,
      })),
    )
    .execute();
};

/** False when no session of this review has opened such an idea. */
export const groupIdea = async (
  db: Database,
  review: ReviewId,
  idea: string,
  group: string,
): Promise<boolean> => {
  const done = await db
    .updateTable('opened_ideas')
    .set({ group_words: group })
    .where((is) => is.or([is('id', '=', idea), is('merged_into', '=', idea)]))
    .where('review_id', '=', review)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
};

/** The finding it answers, or none. False when no session of this review has opened such an idea. */
export const linkIdea = async (
  db: Database,
  review: ReviewId,
  idea: string,
  finding: string | null,
): Promise<boolean> => {
  const done = await db
    .updateTable('opened_ideas')
    .set({ answers: finding })
    .where('id', '=', idea)
    .where('review_id', '=', review)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
};

/** In whichever session of the review it was opened (S9). False when none has opened such an idea. */
export const decideIdea = async (
  db: Database,
  review: ReviewId,
  idea: string,
  decided: { decision: Decision | null; reason: string },
): Promise<boolean> => {
  const done = await db
    .updateTable('opened_ideas')
    .set(decided)
    .where('id', '=', idea)
    .where('review_id', '=', review)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
};

/** Puts ideas under another, in its group, or lets them stand by themselves in the group they are in. */
export const mergeInto = async (
  db: Database,
  review: ReviewId,
  ideas: readonly string[],
  into: string | null,
): Promise<void> => {
  const group =
    into === null
      ? null
      : await db.selectFrom('opened_ideas').select('group_words').where('id', '=', into).executeTakeFirst();
  await db
    .updateTable('opened_ideas')
    .set({ merged_into: into, ...(group ? { group_words: group.group_words } : {}) })
    .where('id', 'in', [...ideas])
    .where('review_id', '=', review)
    .execute();
};

/** P12 asks for these when a person is erased. */
export const forgetIdeaAuthor = async (db: Database, person: PersonId): Promise<void> => {
  await db.updateTable('opened_ideas').set({ author_id: null }).where('author_id', '=', person).execute();
};
