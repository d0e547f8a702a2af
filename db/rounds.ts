import type { InferResult, Kysely } from 'kysely';
import type { MeetingId, StageId } from '#domain/ids.ts';
import type { Round, RoundTurn } from '#domain/meeting/round.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

export const roundRows = (db: Database, meeting: MeetingId) =>
  db
    .selectFrom('round_turns')
    .select(['stage_id', 'person_id', 'state'])
    .where('meeting_id', '=', meeting)
    .orderBy('stage_id')
    .orderBy('place');

/** Each with its turns in their order. */
export const asRounds = (rows: InferResult<ReturnType<typeof roundRows>>): Round[] => {
  const turns = new Map<StageId, RoundTurn[]>();
  for (const { stage_id, person_id, state } of rows) {
    const those = turns.get(stage_id) ?? [];
    turns.set(stage_id, [...those, { person: person_id, state }]);
  }
  return [...turns].map(([stage, those]) => ({ stage, turns: those }));
};

/** A round that changed is written whole; those of stages taken out go. */
export async function saveRounds(
  tx: Database,
  meeting: MeetingId,
  before: readonly Round[],
  after: readonly Round[],
): Promise<void> {
  const written = after.filter((round) => !before.includes(round));
  const gone = before.filter((round) => !after.includes(round)).map(({ stage }) => stage);
  if (gone.length > 0) await tx.deleteFrom('round_turns').where('stage_id', 'in', gone).execute();
  const rows = written.flatMap(({ stage, turns }) =>
    turns.map(({ person, state }, place) => ({
      stage_id: stage,
      meeting_id: meeting,
      person_id: person,
      place,
      state,
    })),
  );
  if (rows.length > 0) await tx.insertInto('round_turns').values(rows).execute();
}
