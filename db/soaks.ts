import type { Kysely, Selectable } from 'kysely';
import type { ReviewId } from '#domain/ids.ts';
import type { Soak } from '#domain/soak/soak.ts';
import type { WorkingCalendar } from '#domain/soak/working-days.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

/** A review's soak, and where a planned action session stood before the soak moved past it (S4). */
export type StoredSoak = Soak & {
  movedFrom: Date | null;
  movedBecause: 'held' | 'restarted' | null;
};

export const findSoak = async (db: Database, review: ReviewId): Promise<StoredSoak | null> => {
  const row = await db.selectFrom('soaks').selectAll().where('review_id', '=', review).executeTakeFirst();
  return row ? asSoak(row) : null;
};

export const listSoaks = async (
  db: Database,
  reviews: readonly ReviewId[],
): Promise<Map<ReviewId, StoredSoak>> => {
  if (reviews.length === 0) return new Map();
  const rows = await db
    .selectFrom('soaks')
    .selectAll()
    .where('review_id', 'in', [...reviews])
    .execute();
  return new Map(rows.map((row) => [row.review_id, asSoak(row)]));
};

/** Starts, restarts, holds or releases: the row is the soak as it is now. */
export const saveSoak = async (db: Database, review: ReviewId, soak: Soak): Promise<void> => {
  const row = {
    started_at: soak.startedAt,
    ends_at: soak.endsAt,
    working_days: soak.workingDays,
    zone: soak.calendar.zone,
    weekend: JSON.stringify(soak.calendar.weekend),
    holidays: JSON.stringify(soak.calendar.holidays),
    held_for: soak.heldFor,
    opened_early_at: soak.openedEarlyAt,
  };
  await db
    .insertInto('soaks')
    // jsonb is written as text; the row's type says what is read
    .values({ review_id: review, ...row } as never)
    .onConflict((conflict) => conflict.column('review_id').doUpdateSet(row as never))
    .execute();
};

/** S4: it stands where somebody put it: where it stood before is nobody's affair any more. */
export const forgetSessionMoved = async (db: Database, review: ReviewId): Promise<void> => {
  await db
    .updateTable('soaks')
    .set({ session_moved_from: null, session_moved_because: null })
    .where('review_id', '=', review)
    .execute();
};

/** S4: why the action session no longer stands where it was planned. */
export const recordSessionMoved = async (
  db: Database,
  review: ReviewId,
  moved: { from: Date; because: 'held' | 'restarted' },
): Promise<void> => {
  await db
    .updateTable('soaks')
    .set({ session_moved_from: moved.from, session_moved_because: moved.because })
    .where('review_id', '=', review)
    .execute();
};

const asSoak = (row: Selectable<Schema['soaks']>): StoredSoak => ({
  startedAt: row.started_at,
  endsAt: row.ends_at,
  calendar: { zone: row.zone, weekend: row.weekend, holidays: row.holidays },
  workingDays: row.working_days,
  heldFor: row.held_for,
  openedEarlyAt: row.opened_early_at,
  movedFrom: row.session_moved_from,
  movedBecause: row.session_moved_because,
});

/** The policy a soak copies when it starts. A workspace that was never set up works Monday to Friday, in UTC. */
export const findWorkspaceCalendar = async (db: Database): Promise<WorkingCalendar> => {
  const row = await db.selectFrom('workspace').select(['zone', 'weekend', 'holidays']).executeTakeFirst();
  return row ?? { zone: 'UTC', weekend: [6, 7], holidays: [] };
};
