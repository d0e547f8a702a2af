import type { Kysely } from 'kysely';
import type { PersonId } from '#domain/ids.ts';
import type { Meeting, Room } from '#domain/meeting/meeting.ts';
import { presentAmong } from '#domain/meeting/presence.ts';
import type { PersonShown } from '#domain/meeting/projection.ts';
import type { OwnIdea } from '#domain/meeting/sealed-idea.ts';
import { listCaptures, saveCaptures } from './captures.ts';
import { changedRows } from './changed-rows.ts';
import { listSights } from './meeting-own.ts';
import { listStages, saveStages } from './meeting-stages.ts';
import { saveMeeting } from './meetings.ts';
import { listParked, saveParked } from './parked.ts';
import { listQueue, saveQueue } from './queue-entries.ts';
import { listReady, saveReady } from './ready-marks.ts';
import { listRounds, saveRounds } from './rounds.ts';
import type { Schema } from './schema.ts';
import {
  changeSealedIdea,
  countSealedIdeas,
  insertSealedIdea,
  listOwnIdeas,
  withdrawSealedIdea,
} from './sealed-ideas.ts';

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
  const sights = now && (await listSights(db, meeting.id));
  const [lead] = meeting.plan.facilitators;
  return {
    meeting,
    stages: await listStages(db, meeting.id),
    queue: await listQueue(db, meeting.id),
    rounds: await listRounds(db, meeting.id),
    ready: await listReady(db, meeting.id),
    present: sights ? presentAmong(sights, now) : [],
    leadSeenAt: (lead && sights?.get(lead)) ?? null,
    captures: await listCaptures(db, meeting.id),
    parked: await listParked(db, meeting.id),
    ownIdeas: person === null ? [] : await listOwnIdeas(db, meeting.reviewId, person),
    sealedCount: await countSealedIdeas(db, meeting.reviewId),
  };
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

/** Names and faces of everyone a room shows. */
export async function listShown(db: Database, room: Room): Promise<Map<PersonId, PersonShown>> {
  const ids = [...new Set(peopleOf(room))];
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('people')
    .select(['id', 'name', 'face_letters as letters', 'face_hue as hue'])
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

const peopleOf = ({ meeting, stages, queue, rounds, captures, parked }: Room): PersonId[] => [
  ...meeting.plan.facilitators,
  ...(meeting.relieved === null ? [] : [meeting.relieved.by, ...meeting.relieved.before]),
  ...rounds.flatMap(({ turns }) => turns.map(({ person }) => person)),
  ...stages.flatMap(({ teller }) => teller ?? []),
  ...queue.map(({ raisedBy }) => raisedBy),
  ...captures.flatMap(({ notedBy, forPerson }) => (forPerson === null ? [notedBy] : [notedBy, forPerson])),
  ...parked.map(({ by }) => by),
];
