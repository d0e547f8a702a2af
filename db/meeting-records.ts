import { type Kysely, sql } from 'kysely';
import type { MeetingId, ReviewId, StageId } from '#domain/ids.ts';
import type { CaptureKind } from '#domain/meeting/capture.ts';
import type { ParkedEnding } from '#domain/meeting/parked.ts';
import type { StageKind } from '#domain/meeting/stage.ts';
import type { Target } from '#domain/meeting/target.ts';
import { nameAmong } from './meeting-captures.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

/** What a review's meetings left behind and everyone who may read it may see: for exports. Nothing waiting, private or sealed. */
export interface MeetingLeavings {
  stages: {
    id: StageId;
    meeting: MeetingId;
    kind: StageKind;
    title: string;
    prompt: string;
    minutes: number;
    reached: boolean;
    spentMs: number;
    /** Who is to tell it. */
    teller: string | null;
    opened: boolean;
  }[];
  captures: {
    meeting: MeetingId;
    kind: CaptureKind;
    words: string;
    /** Null: without a name. */
    by: string | null;
    stage: StageId | null;
    claim: string;
    target: Target | null;
  }[];
  parked: {
    meeting: MeetingId;
    words: string;
    by: string;
    stage: StageId | null;
    target: Target | null;
    ending: ParkedEnding | null;
    note: string;
  }[];
  facilitators: { meeting: MeetingId; name: string }[];
  scribes: { meeting: MeetingId; name: string }[];
  /** In the order in which they were shown; `by` null: without a name. */
  texts: { meeting: MeetingId; stage: StageId; words: string; by: string | null; hidden: string | null }[];
  counts: { meeting: MeetingId; stage: StageId; choice: string; count: number | null }[];
}

export async function listMeetingLeavings(db: Database, review: ReviewId): Promise<MeetingLeavings> {
  const [stages, captures, parked, facilitators, scribes, texts, counts] = await Promise.all([
    listStages(db, review),
    listCaptures(db, review),
    listParked(db, review),
    listFacilitators(db, review),
    listScribes(db, review),
    listTexts(db, review),
    listCounts(db, review),
  ]);
  return {
    stages: stages.map(({ reached_at, ...stage }) => ({ ...stage, reached: reached_at !== null })),
    captures: captures.map(({ forLabel, noter, owner, ...row }) => ({
      ...row,
      by: nameAmong({ forLabel, noter, owner }),
      target: row.target as Target | null,
    })),
    parked: parked.map((row) => ({ ...row, target: row.target as Target | null })),
    facilitators,
    scribes,
    texts,
    counts,
  };
}

const listStages = (db: Database, review: ReviewId) =>
  db
    .selectFrom('meeting_stages as stage')
    .innerJoin('meetings', 'meetings.id', 'stage.meeting_id')
    .leftJoin('people as teller', 'teller.id', 'stage.teller_id')
    .select([
      'stage.id',
      'meetings.id as meeting',
      'stage.kind',
      'stage.title',
      'stage.prompt',
      'stage.minutes',
      'stage.reached_at',
      'stage.spent_ms as spentMs',
      'teller.name as teller',
      'stage.opened',
    ])
    .where('review_id', '=', review)
    .orderBy('stage.position')
    .execute();

const listCaptures = (db: Database, review: ReviewId) =>
  db
    .selectFrom('captures')
    .innerJoin('meetings', 'meetings.id', 'captures.meeting_id')
    .leftJoin('people as noter', 'noter.id', 'captures.noted_by')
    .leftJoin('people as owner', 'owner.id', 'captures.for_person')
    .select([
      'meetings.id as meeting',
      'captures.kind',
      'captures.words',
      'captures.for_label as forLabel',
      'noter.name as noter',
      'owner.name as owner',
      'captures.stage_id as stage',
      'captures.claim',
      'captures.target',
    ])
    .where('review_id', '=', review)
    // C2: one that waits for its owner is nobody else's to show
    .where('captures.confirmed', '=', true)
    .orderBy('captures.at')
    .orderBy('captures.id')
    .execute();

const listParked = (db: Database, review: ReviewId) =>
  db
    .selectFrom('parked')
    .innerJoin('meetings', 'meetings.id', 'parked.meeting_id')
    .innerJoin('people', 'people.id', 'parked.parked_by')
    .select([
      'meetings.id as meeting',
      'parked.words',
      'people.name as by',
      'parked.stage_id as stage',
      'parked.target',
      'parked.ending',
      'parked.ending_note as note',
    ])
    .where('review_id', '=', review)
    .orderBy('parked.at')
    .orderBy('parked.id')
    .execute();

/** M15, U3: what was shown to everyone; what a facilitator hid leaves only the reason. */
const listTexts = (db: Database, review: ReviewId) =>
  db
    .selectFrom('shown_texts as text')
    .innerJoin('meetings', 'meetings.id', 'text.meeting_id')
    .leftJoin('people', 'people.id', 'text.author_id')
    .select([
      'meetings.id as meeting',
      'text.stage_id as stage',
      sql<string>`case when text.hidden is null then text.words else '' end`.as('words'),
      'people.name as by',
      'text.hidden',
    ])
    .where('review_id', '=', review)
    .orderBy('text.id')
    .execute();

const listCounts = (db: Database, review: ReviewId) =>
  db
    .selectFrom('poll_counts')
    .innerJoin('meeting_stages', 'meeting_stages.id', 'poll_counts.stage_id')
    .innerJoin('meetings', 'meetings.id', 'meeting_stages.meeting_id')
    .select(['meetings.id as meeting', 'stage_id as stage', 'choice', 'count'])
    .where('review_id', '=', review)
    .execute();

const listFacilitators = (db: Database, review: ReviewId) =>
  db
    .selectFrom('meeting_people')
    .innerJoin('meetings', 'meetings.id', 'meeting_people.meeting_id')
    .innerJoin('people', 'people.id', 'meeting_people.person_id')
    .select(['meetings.id as meeting', 'people.name'])
    .where('review_id', '=', review)
    .where('meeting_people.role', '=', 'facilitator')
    .orderBy('meeting_people.position')
    .execute();

const listScribes = (db: Database, review: ReviewId) =>
  db
    .selectFrom('meetings')
    .innerJoin('people', 'people.id', 'meetings.scribe_id')
    .select(['meetings.id as meeting', 'people.name'])
    .where('review_id', '=', review)
    .execute();
