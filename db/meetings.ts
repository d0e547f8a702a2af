import type { InferResult, Kysely } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { MeetingId, PersonId, ReviewId } from '#domain/ids.ts';
import type { Meeting, MeetingKind } from '#domain/meeting/meeting.ts';
import type { TakeOverPolicy } from '#domain/meeting/take-over.ts';
import { type MeetingRow, meetingOf, roomColumns } from './meeting-rows.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

/** One meeting, whatever its phase; rights are the caller's to ask. */
export const findMeeting = async (db: Database, id: MeetingId): Promise<Meeting | null> => {
  const row = await db
    .selectFrom('meetings')
    .selectAll()
    .select(jsonArrayFrom(plannedRows(db, id)).as('planned'))
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : meetingOf(row, asPlanned(row.planned));
};

/** The same, locked until the transaction ends: commands of one meeting come one after another. */
export const lockMeeting = async (tx: Database, id: MeetingId): Promise<Meeting | null> => {
  const row = await lockMeetingRow(tx, id);
  return row === null ? null : meetingOf(row, asPlanned(await plannedRows(tx, id).execute()));
};

/** Its own columns alone: whatever else is read in the statement that waits for the lock is as it was before the waiting. */
export const lockMeetingRow = async (tx: Database, id: MeetingId): Promise<MeetingRow | null> =>
  (await tx.selectFrom('meetings').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()) ?? null;

/** How far each of these rooms has come. */
export const listRoomRevs = async (
  db: Database,
  meetings: readonly MeetingId[],
): Promise<Map<MeetingId, number>> => {
  const rows = await db.selectFrom('meetings').select(['id', 'rev']).where('id', 'in', meetings).execute();
  return new Map(rows.map(({ id, rev }) => [id, rev]));
};

/** Facilitators and invited, each in their order. */
export const plannedRows = (db: Database, meeting: MeetingId) =>
  db
    .selectFrom('meeting_people')
    .select(['person_id', 'role'])
    .where('meeting_id', '=', meeting)
    .orderBy('position')
    .orderBy('person_id');

export function asPlanned(rows: InferResult<ReturnType<typeof plannedRows>>) {
  const inRole = (role: 'facilitator' | 'invited') =>
    rows.filter((row) => row.role === role).map((row) => row.person_id);
  return { facilitators: inRole('facilitator'), invited: inRole('invited') };
}

export interface NewMeeting {
  id: MeetingId;
  review: ReviewId;
  kind: MeetingKind;
  plannedBy: PersonId;
  at: Date;
}

/** What a plan sets; people are in a table of their own (`setMeetingPeople`). */
export interface PlanColumns {
  title: string;
  startsAt: Date;
  zone: string;
  /** 'YYYY-MM-DDTHH:MM' as chosen in that zone. */
  localTime: string;
  minutes: number;
  callLink: string;
  takeOver: TakeOverPolicy;
  scribe: PersonId | null;
}

export const insertMeeting = (tx: Database, meeting: NewMeeting, plan: PlanColumns) =>
  tx
    .insertInto('meetings')
    .values({
      id: meeting.id,
      review_id: meeting.review,
      kind: meeting.kind,
      phase: 'planned',
      planned_by: meeting.plannedBy,
      created_at: meeting.at,
      ...planColumns(plan),
    })
    .execute();

export const updatePlan = (tx: Database, id: MeetingId, plan: PlanColumns) =>
  tx.updateTable('meetings').set(planColumns(plan)).where('id', '=', id).execute();

const planColumns = (plan: PlanColumns) => ({
  title: plan.title,
  starts_at: plan.startsAt,
  zone: plan.zone,
  local_time: plan.localTime,
  minutes: plan.minutes,
  call_link: plan.callLink,
  take_over: plan.takeOver,
  scribe_id: plan.scribe,
});

/** Writes what commands change; the plan's people only where they changed. */
export async function saveMeeting(tx: Database, before: Meeting, after: Meeting): Promise<void> {
  await tx.updateTable('meetings').set(roomColumns(after)).where('id', '=', after.id).execute();
  if (before.plan.facilitators !== after.plan.facilitators)
    await setMeetingPeople(tx, after.id, 'facilitator', after.plan.facilitators);
  const { scribe } = after.plan;
  if (before.plan.scribe !== scribe)
    await tx.updateTable('meetings').set({ scribe_id: scribe }).where('id', '=', after.id).execute();
}

export async function setMeetingPeople(
  tx: Database,
  meeting: MeetingId,
  role: 'facilitator' | 'invited',
  people: readonly PersonId[],
): Promise<void> {
  await tx.deleteFrom('meeting_people').where('meeting_id', '=', meeting).where('role', '=', role).execute();
  if (people.length === 0) return;
  await tx
    .insertInto('meeting_people')
    .values(people.map((person_id, position) => ({ meeting_id: meeting, person_id, role, position })))
    .execute();
}

/** What the planner chose, for the form that changes it. */
/** Meetings that have not begun, with the time that was typed for each. */
export const listAheadWithTimes = (
  db: Database,
  after: Date,
): Promise<{ id: MeetingId; startsAt: Date; zone: string; localTime: string }[]> =>
  db
    .selectFrom('meetings')
    .select(['id', 'starts_at as startsAt', 'zone', 'local_time as localTime'])
    .where('phase', 'in', ['planned', 'lobby'])
    .where('starts_at', '>', after)
    .execute();

/** When it was planned, which is when those it named came to know of it. */
export const findPlannedAt = async (db: Database, id: MeetingId): Promise<Date | null> =>
  (await db.selectFrom('meetings').select('created_at').where('id', '=', id).executeTakeFirst())
    ?.created_at ?? null;

export const findPlannedTime = async (db: Database, id: MeetingId) =>
  (await db.selectFrom('meetings').select('local_time').where('id', '=', id).executeTakeFirst())
    ?.local_time ?? null;
