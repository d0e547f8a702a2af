import type { Generated } from 'kysely';
import type { Decision } from '#domain/action-session/idea.ts';
import type { OutcomeKind } from '#domain/action-session/outcome.ts';
import type { MeetingId, PersonId, ReviewId } from '#domain/ids.ts';

/** The tables of 0006, 0025 and 0026, as both engines return their rows. */
export interface SoakSchema {
  soaks: SoaksTable;
  early_openings: EarlyOpeningsTable;
  reflections: ReflectionsTable;
  action_sessions: ActionSessionsTable;
  opened_ideas: OpenedIdeasTable;
  items: ItemsTable;
  item_mentions: ItemMentionsTable;
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
  opened_early_at: Date | null;
}
interface EarlyOpeningsTable {
  id: string;
  review_id: ReviewId;
  opened_at: Date;
  opened_by: PersonId;
  reason: string;
  would_end_at: Date;
  zone: string;
}
interface ReflectionsTable {
  id: string;
  review_id: ReviewId;
  /** Null for what came without a name, for good (U5). */
  author_id: PersonId | null;
  words: string;
  written_at: Date | null;
  /** The reflection it answers. */
  answers: string | null;
  taken_back: Generated<boolean>;
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
  /** The idea it was merged into; its words and author stay here. */
  merged_into: Generated<string | null>;
  /** The finding it answers, by its id in the write-up. */
  answers: Generated<string | null>;
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
  /** When "did it work?" is asked. */
  review_on: string | null;
  worked: Generated<string>;
  worked_at: Generated<Date | null>;
  worked_by: Generated<PersonId | null>;
}
interface ItemMentionsTable {
  item_id: string;
  review_id: ReviewId;
  finding: string;
  kind: 'contributor' | 'mitigator';
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
