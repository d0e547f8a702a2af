import type { Generated } from 'kysely';
import type { Decision } from '#domain/action-session/idea.ts';
import type { OutcomeKind } from '#domain/action-session/outcome.ts';
import type { MeetingId, PersonId, ReviewId } from '#domain/ids.ts';

/** The tables of 0006, as both engines return their rows. */
export interface SoakSchema {
  soaks: SoaksTable;
  reflections: ReflectionsTable;
  action_sessions: ActionSessionsTable;
  opened_ideas: OpenedIdeasTable;
  items: ItemsTable;
  fixed_facts: FixedFactsTable;
  outcomes: OutcomesTable;
  home_visits: HomeVisitsTable;
}

interface SoaksTable {
  review_id: ReviewId;
  started_at: Date;
  ends_at: Date;
  working_days: number;
  zone: string;
  weekend: number[];
  holidays: string[];
  held_for: MeetingId | null;
  session_moved_from: Date | null;
  session_moved_because: 'held' | 'restarted' | null;
}
interface ReflectionsTable {
  id: string;
  review_id: ReviewId;
  author_id: PersonId;
  words: string;
  written_at: Date;
}
interface ActionSessionsTable {
  meeting_id: MeetingId;
  review_id: ReviewId;
  unsealed: Generated<boolean>;
  open_idea: string | null;
}
interface OpenedIdeasTable {
  id: string;
  review_id: ReviewId;
  meeting_id: MeetingId;
  words: string;
  author_id: PersonId | null;
  group_words: Generated<string>;
  decision: Decision | null;
  reason: Generated<string>;
}
interface ItemsTable {
  id: string;
  review_id: ReviewId;
  meeting_id: MeetingId;
  idea_id: string;
  title: string;
  owner_id: PersonId;
  finding: string | null;
  no_finding_reason: Generated<string>;
  due_on: string | null;
  shows: Generated<string>;
  finished_at: Date | null;
}
interface FixedFactsTable {
  id: string;
  review_id: ReviewId;
  idea_id: string | null;
  words: string;
  recorded_by: PersonId;
  recorded_at: Date;
}
interface OutcomesTable {
  review_id: ReviewId;
  meeting_id: MeetingId;
  kind: OutcomeKind;
  reason: string;
  ended_at: Date;
}
interface HomeVisitsTable {
  person_id: PersonId;
  began_at: Date;
  last_seen_at: Date;
  before_at: Date | null;
}
