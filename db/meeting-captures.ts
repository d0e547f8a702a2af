import type { Kysely } from 'kysely';
import type { MeetingId, PersonId, ReviewId } from '#domain/ids.ts';
import { type CaptureKind, nameOfCapture, type Whose } from '#domain/meeting/capture.ts';
import type { Target } from '#domain/meeting/target.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

/** What was kept in a review's meetings and may be shown to all: the action session begins with it. */
export interface KeptCapture {
  id: string;
  kind: CaptureKind;
  words: string;
  claim: string;
  target: Target | null;
  /** Null: without a name. */
  by: string | null;
  /** Noted for somebody without an account. */
  isForLabel: boolean;
}

/** Confirmed ones only, oldest first. */
export const listKeptCaptures = async (db: Database, review: ReviewId): Promise<KeptCapture[]> => {
  const rows = await db
    .selectFrom('captures')
    .innerJoin('meetings', 'meetings.id', 'captures.meeting_id')
    .leftJoin('people as noter', 'noter.id', 'captures.noted_by')
    .leftJoin('people as owner', 'owner.id', 'captures.for_person')
    .select([
      'captures.id',
      'captures.kind',
      'captures.words',
      'captures.claim',
      'captures.target',
      'captures.for_label as forLabel',
      'noter.name as noter',
      'owner.name as owner',
    ])
    .where('meetings.review_id', '=', review)
    .where('captures.confirmed', '=', true)
    .orderBy('captures.at')
    .orderBy('captures.id')
    .execute();
  return rows.map(({ forLabel, noter, owner, ...row }) => ({
    ...row,
    target: row.target as Target | null,
    by: nameAmong({ forLabel, noter, owner }),
    isForLabel: forLabel !== null,
  }));
};

/** Those of a review that one person noted, or that were noted for them, and in which meeting: theirs to change there. */
export const listOwnCaptures = (
  db: Database,
  { review, person }: { review: ReviewId; person: PersonId },
): Promise<(Whose & { id: string; meeting: MeetingId })[]> =>
  db
    .selectFrom('captures')
    .innerJoin('meetings', 'meetings.id', 'captures.meeting_id')
    .select([
      'captures.id',
      'meetings.id as meeting',
      'noted_by as notedBy',
      'for_person as forPerson',
      'for_label as forLabel',
      'confirmed',
    ])
    .where('meetings.review_id', '=', review)
    .where((is) => is.or([is('noted_by', '=', person), is('for_person', '=', person)]))
    .execute();
/** `nameOfCapture` of names as a row has them. */
export const nameAmong = (row: {
  noter: string | null;
  owner: string | null;
  forLabel: string | null;
}): string | null =>
  nameOfCapture({
    notedBy: row.noter === null ? null : { name: row.noter },
    forPerson: row.owner === null ? null : { name: row.owner },
    forLabel: row.forLabel,
  });
