import { type InferResult, type Kysely, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { MeetingId, PersonId, ReviewId } from '#domain/ids.ts';
import type { Room } from '#domain/meeting/meeting.ts';
import { presentAmong } from '#domain/meeting/presence.ts';
import type { PersonShown } from '#domain/meeting/projection.ts';
import { asCapture, captureRows } from './captures.ts';
import { asSights, sightRows } from './meeting-own.ts';
import { meetingOf } from './meeting-rows.ts';
import { asStage, stageRows } from './meeting-stages.ts';
import { asPlanned, plannedRows } from './meetings.ts';
import { asParked, parkedRows } from './parked.ts';
import { asQueueEntry, queueRows } from './queue-entries.ts';
import { asReady, readyRows } from './ready-marks.ts';
import { asRounds, roundRows } from './rounds.ts';
import type { Schema } from './schema.ts';
import { ownIdeaRows, sealedCount } from './sealed-ideas.ts';
import { pollCountRows, shownTextRows } from './shown-texts.ts';
import { ownTextRows } from './silent-texts.ts';

type Database = Kysely<Schema>;

/** A room with names and faces of those in it. */
export interface WholeRoom {
  room: Room;
  people: ReadonlyMap<PersonId, PersonShown>;
}

/**
 * A room as it is at one moment, in one statement: on the embedded database each statement waits in line behind whole transactions,
 * on PostgreSQL each is a way there and back.
 *
 * @param asked.person whose closed ideas and own texts are read; null: nobody's, for the projection
 * @param asked.now by which presence is judged (M10); left out where nobody asks for it: then nobody counts as present
 * @param asked.also people whose names are wanted too: those who may come into it next
 */
export async function findRoom(
  db: Database,
  id: MeetingId,
  asked: { person: PersonId | null; now?: Date; also?: readonly PersonId[] },
): Promise<WholeRoom | null> {
  const row = await roomQuery(db, id, asked).executeTakeFirst();
  return row === undefined ? null : asWholeRoom(row, asked.now);
}

function roomQuery(
  db: Database,
  id: MeetingId,
  { person, also = [] }: { person: PersonId | null; also?: readonly PersonId[] },
) {
  const review = sql.ref<ReviewId>('meetings.review_id');
  return db
    .selectFrom('meetings')
    .selectAll()
    .select([
      jsonArrayFrom(plannedRows(db, id)).as('planned'),
      jsonArrayFrom(stageRows(db, id)).as('stages'),
      jsonArrayFrom(queueRows(db, id)).as('queue'),
      jsonArrayFrom(roundRows(db, id)).as('rounds'),
      jsonArrayFrom(readyRows(db, id)).as('ready'),
      jsonArrayFrom(sightRows(db, id)).as('sights'),
      jsonArrayFrom(captureRows(db, id)).as('captures'),
      jsonArrayFrom(parkedRows(db, id)).as('parked'),
      jsonArrayFrom(shownTextRows(db, id)).as('shownTexts'),
      jsonArrayFrom(pollCountRows(db, id)).as('counts'),
      jsonArrayFrom(peopleIn(db, id, also)).as('people'),
      jsonArrayFrom(sealedCount(db, review)).as('sealed'),
    ])
    .$if(person !== null, (query) =>
      query.select([
        jsonArrayFrom(ownIdeaRows(db, review, person as PersonId)).as('ownIdeas'),
        jsonArrayFrom(ownTextRows(db, id, person as PersonId)).as('ownTexts'),
      ]),
    )
    .where('id', '=', id);
}

function asWholeRoom(row: InferResult<ReturnType<typeof roomQuery>>[number], now?: Date): WholeRoom {
  const meeting = meetingOf(row, asPlanned(row.planned));
  const sights = now && asSights(row.sights);
  const [lead] = meeting.plan.facilitators;
  const room: Room = {
    meeting,
    stages: row.stages.map(asStage),
    queue: row.queue.map(asQueueEntry),
    rounds: asRounds(row.rounds),
    ready: asReady(row.ready),
    present: sights ? presentAmong(sights, now) : [],
    leadSeenAt: (lead && sights?.get(lead)) ?? null,
    captures: row.captures.map(asCapture),
    parked: row.parked.map(asParked),
    ownIdeas: row.ownIdeas ?? [],
    sealedCount: row.sealed[0]?.count ?? 0,
    inputs: { own: row.ownTexts ?? [], shown: row.shownTexts, counts: row.counts },
  };
  return { room, people: new Map(row.people.map((shown) => [shown.id, shown])) };
}

/** Names and faces, by what the rows of a room say; whom its phase names beside them, `listShown` asks for. */
const peopleIn = (db: Database, id: MeetingId, also: readonly PersonId[]) =>
  shownRows(db).where('id', 'in', (from) =>
    from
      .selectFrom('meeting_people')
      .select(sql<PersonId>`person_id`.as('person'))
      .where('meeting_id', '=', id)
      .where('role', '=', 'facilitator')
      .union(
        from
          .selectFrom('meetings')
          .select(sql<PersonId>`scribe_id`.as('person'))
          .where('id', '=', id)
          .where('scribe_id', 'is not', null),
      )
      .union(from.selectFrom('round_turns').select('person_id as person').where('meeting_id', '=', id))
      .union(
        from
          .selectFrom('meeting_stages')
          .select(sql<PersonId>`teller_id`.as('person'))
          .where('meeting_id', '=', id),
      )
      .union(from.selectFrom('queue_entries').select('raised_by as person').where('meeting_id', '=', id))
      .union(
        from.selectFrom('captures').select(sql<PersonId>`noted_by`.as('person')).where('meeting_id', '=', id),
      )
      .union(
        from
          .selectFrom('captures')
          .select(sql<PersonId>`for_person`.as('person'))
          .where('meeting_id', '=', id),
      )
      .union(from.selectFrom('parked').select('parked_by as person').where('meeting_id', '=', id))
      .union(
        from
          .selectFrom('shown_texts')
          .select(sql<PersonId>`author_id`.as('person'))
          .where('meeting_id', '=', id),
      )
      // one text for any number of them: a statement is prepared once for each text
      .union(sql<{ person: PersonId }>`select unnest(${`{${also.join()}}`}::text::uuid[])` as never),
  );

/** What is shown of a person in a room. */
export const shownRows = (db: Database) =>
  db.selectFrom('people').select(['id', 'name', 'face_letters as letters', 'face_hue as hue']);
