import type { Kysely } from 'kysely';
import type { PersonId } from '#domain/ids.ts';
import type { Meeting, Room } from '#domain/meeting/meeting.ts';
import type { PersonShown } from '#domain/meeting/projection.ts';
import type { OwnIdea } from '#domain/meeting/sealed-idea.ts';
import { saveCaptures } from './captures.ts';
import { changedRows } from './changed-rows.ts';
import { saveStages } from './meeting-stages.ts';
import { saveMeeting } from './meetings.ts';
import { saveParked } from './parked.ts';
import { saveQueue } from './queue-entries.ts';
import { saveReady } from './ready-marks.ts';
import { saveRounds } from './rounds.ts';
import type { Schema } from './schema.ts';
import { changeSealedIdea, insertSealedIdea, withdrawSealedIdea } from './sealed-ideas.ts';
import { saveShownTexts } from './shown-texts.ts';
import { findRoom, shownRows } from './whole-room.ts';

type Database = Kysely<Schema>;

/**
 * @param person whose closed ideas are loaded; null: nobody's, for the projection
 * @param now by which presence is judged (M10); left out where nobody asks for it: then nobody counts as present
 */
export async function loadRoom(
  db: Database,
  meeting: Meeting,
  person: PersonId | null,
  now?: Date,
): Promise<Room> {
  const found = await findRoom(db, meeting.id, { person, ...(now && { now }) });
  if (found === null) throw new Error('the meeting of this room is gone');
  return { ...found.room, meeting };
}

/** Writes what a command changed, and only that. */
export async function saveRoom(
  tx: Database,
  before: Room,
  after: Room,
  by: { person: PersonId | null; at: Date },
): Promise<void> {
  const { id } = after.meeting;
  await saveStages(tx, id, before.stages, after.stages);
  await saveMeeting(tx, before.meeting, after.meeting);
  await saveQueue(tx, id, before.queue, after.queue);
  await saveCaptures(tx, id, before.captures, after.captures);
  await saveParked(tx, id, before.parked, after.parked);
  await saveShownTexts(tx, before.inputs.shown, after.inputs.shown);
  await saveRounds(tx, id, before.rounds, after.rounds);
  await saveReady(tx, id, before.ready, after.ready);
  // the program itself has none
  if (by.person !== null)
    await saveIdeas(tx, after.meeting, before.ownIdeas, after.ownIdeas, { person: by.person, at: by.at });
}

async function saveIdeas(
  tx: Database,
  meeting: Meeting,
  before: readonly OwnIdea[],
  after: readonly OwnIdea[],
  { person, at }: { person: PersonId; at: Date },
): Promise<void> {
  const { added, changed, removed } = changedRows(before, after);
  const key = (id: string) => ({ id, review: meeting.reviewId, author: person });
  for (const idea of added)
    await insertSealedIdea(tx, {
      ...idea,
      review: meeting.reviewId,
      meeting: meeting.id,
      author: person,
      at,
    });
  for (const idea of changed) {
    await changeSealedIdea(tx, key(idea.id), { words: idea.words });
    await changeSealedIdea(tx, key(idea.id), { withheld: idea.withheld });
  }
  for (const id of removed) await withdrawSealedIdea(tx, key(id));
}

/**
 * Names and faces of everyone a room shows.
 * @param known those read already; only the others are asked for
 */
export async function listShown(
  db: Database,
  room: Room,
  known: ReadonlyMap<PersonId, PersonShown> = new Map(),
): Promise<ReadonlyMap<PersonId, PersonShown>> {
  const ids = [...new Set(peopleOf(room))].filter((id) => !known.has(id));
  if (ids.length === 0) return known;
  const rows = await shownRows(db).where('id', 'in', ids).execute();
  return new Map([...known, ...rows.map((row) => [row.id, row] as const)]);
}

const peopleOf = ({ meeting, stages, queue, rounds, captures, parked, inputs }: Room): PersonId[] => [
  ...meeting.plan.facilitators,
  ...(meeting.plan.scribe === null ? [] : [meeting.plan.scribe]),
  ...(meeting.relieved === null ? [] : [meeting.relieved.by, ...meeting.relieved.before]),
  ...rounds.flatMap(({ turns }) => turns.map(({ person }) => person)),
  ...stages.flatMap(({ teller }) => teller ?? []),
  ...queue.map(({ raisedBy }) => raisedBy),
  ...captures.flatMap(({ notedBy, forPerson }) => [notedBy, forPerson].flatMap((one) => one ?? [])),
  ...parked.map(({ by }) => by),
  ...inputs.shown.flatMap(({ by }) => by ?? []),
];
