import type { ColumnType, Generated } from 'kysely';
import type { ShownKinds, Side } from '#domain/attendance/figures.ts';
import type { Shown } from '#domain/attendance/shown.ts';
import type { MeetingId, PersonId, ReviewId } from '#domain/ids.ts';
import type { ATTENDANCE_HOW, ATTENDANCE_MODES } from '#domain/meeting/attendance.ts';

type Json<T> = ColumnType<T, string, string>;

export interface GuestAttendanceTable {
  id: string;
  meeting_id: MeetingId;
  how: (typeof ATTENDANCE_HOW)[number];
  mode: (typeof ATTENDANCE_MODES)[number];
}
export interface MeetingDaysTable {
  meeting_id: MeetingId;
  people: number;
  could_come_outside: Generated<number>;
  could_come_closest: Generated<number>;
  looked_at: Date | null;
}
export interface MeetingClosestTable {
  meeting_id: MeetingId;
  person_id: PersonId;
}
export interface AttendanceFiguresTable {
  meeting_id: MeetingId;
  side: Side;
  shown: Json<ShownKinds>;
  last: Json<ShownKinds>;
  all_count: number | null;
  choice_count: number | null;
  asked_count: number | null;
  published_at: Date;
}
export interface ReadsTable {
  review_id: ReviewId;
  person_id: PersonId;
  day: string;
  closest: boolean;
}
export interface ReadFiguresTable {
  review_id: ReviewId;
  week: string;
  outside: Json<Shown>;
  closest: Json<Shown>;
}
export interface ErasedNamesTable {
  id: string;
  review_id: ReviewId;
  place: string;
  passages: number;
  at: Date;
}

/** What people give freely: attendance and reads, the figures made of them, and what erasing leaves to look through. */
export interface GivenSchema {
  guest_attendance: GuestAttendanceTable;
  meeting_days: MeetingDaysTable;
  meeting_closest: MeetingClosestTable;
  attendance_figures: AttendanceFiguresTable;
  reads: ReadsTable;
  read_figures: ReadFiguresTable;
  read_weeks: { week: string };
  erased_names: ErasedNamesTable;
}
