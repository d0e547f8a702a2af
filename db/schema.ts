import type { ColumnType, Generated } from 'kysely';
import type { MeetingId, PersonId, ReviewId, TeamId, UploadId } from '#domain/ids.ts';
import type { TokenScope } from '#domain/token-scopes.ts';
import type { ReviewKind } from '#domain/write-up.ts';
import type { AroundSchema } from './schema-around.ts';
import type { CalendarSchema } from './schema-calendar.ts';
import type { CommentsSchema } from './schema-comments.ts';
import type { DocumentsSchema } from './schema-documents.ts';
import type { ErasingSchema } from './schema-erasing.ts';
import type { EvidenceSchema } from './schema-evidence.ts';
import type { GivenSchema } from './schema-given.ts';
import type { GuestsSchema } from './schema-guests.ts';
import type { MeetingsSchema } from './schema-meetings.ts';
import type { NoticesSchema } from './schema-notices.ts';
import type { SoakSchema } from './schema-soak.ts';
import type { TrackersSchema } from './schema-trackers.ts';

/**
 * Row shapes, as both engines return them: timestamptz is a Date, date is 'YYYY-MM-DD', int8 is a number,
 * jsonb is parsed, bytea is a Uint8Array. Writing jsonb: pass `JSON.stringify(value)`.
 */
export interface WorkspaceTable {
  id: 1;
  name: string;
  zone: string;
  weekend: number[];
  holidays: string[];
  /** What a day off is called, by its day. */
  holiday_names: Generated<Record<string, string>>;
  soak_days: Generated<number>;
  soak_least: Generated<number>;
  soak_most: Generated<number>;
  work_from: Generated<number>;
  work_until: Generated<number>;
  created_at: Date;
}
export interface TeamsTable {
  id: TeamId;
  name: string;
}
export interface PeopleTable {
  id: PersonId;
  email: string | null;
  name: string;
  zone: string | null;
  face_letters: string;
  face_hue: number;
  role: 'administrator' | 'member';
  title: Generated<string>;
  started_on: string | null;
  password_hash: string | null;
  deactivated_at: Date | null;
  created_at: Date;
  /** G1: in one meeting, without an account; never active. */
  guest: Generated<boolean>;
}
export interface TeamMembersTable {
  team_id: TeamId;
  person_id: PersonId;
  leads: Generated<boolean>;
}
export interface SignInsTable {
  id: string;
  secret_hash: Uint8Array;
  person_id: PersonId;
  created_at: Date;
  last_used_at: Date;
  expires_at: Date;
  device: Generated<string>;
}
export interface TokensTable {
  id: string;
  secret_hash: Uint8Array;
  person_id: PersonId;
  name: string;
  scopes: ColumnType<TokenScope[], string, string>;
  created_at: Date;
  last_used_at: Date | null;
  expires_at: Date;
}
export interface OneTimeLinksTable {
  id: string;
  secret_hash: Uint8Array;
  purpose: 'set-up' | 'join' | 'password';
  person_id: PersonId | null;
  created_at: Date;
  expires_at: Date;
  used_at: Date | null;
}
export interface RightsCounterTable {
  id: 1;
  value: number;
}
export interface RelayTable {
  id: 1;
  channel: string;
}
export interface AuditTable {
  id: Generated<number>;
  at: Date;
  person_id: PersonId | null;
  action: string;
  about: unknown;
}
export interface ReviewsTable {
  id: ReviewId;
  kind: ReviewKind;
  happened_on: string;
  happened_until: string | null;
  happened_zone: string;
  privacy: 'open' | 'private';
  published_at: Date | null;
  deleted_at: Date | null;
  done_at: Date | null;
  room_may_write: Generated<boolean>;
  guests_may_join: Generated<boolean>;
  source_note: Generated<string>;
  names_or_roles: Generated<'names' | 'roles'>;
  title: string;
  standfirst: Generated<string>;
  search_text: Generated<string>;
  epoch: Generated<number>;
  comments_open: Generated<boolean>;
  comments_rev: Generated<number>;
  /** S3: its own choice; null: the policy's. */
  soak_days: Generated<number | null>;
  created_by: PersonId;
  created_at: Date;
}
export interface ReviewTeamsTable {
  review_id: ReviewId;
  team_id: TeamId;
}
export interface ReviewPeopleTable {
  review_id: ReviewId;
  person_id: PersonId;
  role: 'analyst' | 'writer' | 'reader';
  was_involved: Generated<boolean>;
  leads_involved: Generated<boolean>;
  /** The meeting whose invitation named this reader; null: named by hand. */
  invited_to: Generated<MeetingId | null>;
}
export interface ReviewLinksTable {
  from_review: ReviewId;
  to_review: ReviewId;
}
export interface UploadsTable {
  id: UploadId;
  review_id: ReviewId;
  sha256: string;
  media_type: string;
  bytes: Uint8Array;
  width: number | null;
  height: number | null;
  alt: Generated<string>;
  created_by: PersonId;
  created_at: Date;
}

/** The whole database. Each table family adds its own interface here: one line of `extends`. */
export interface Schema
  extends AroundSchema,
    CalendarSchema,
    CommentsSchema,
    DocumentsSchema,
    ErasingSchema,
    EvidenceSchema,
    GuestsSchema,
    GivenSchema,
    MeetingsSchema,
    NoticesSchema,
    SoakSchema,
    TrackersSchema {
  workspace: WorkspaceTable;
  teams: TeamsTable;
  people: PeopleTable;
  team_members: TeamMembersTable;
  sign_ins: SignInsTable;
  tokens: TokensTable;
  one_time_links: OneTimeLinksTable;
  rights_counter: RightsCounterTable;
  relay: RelayTable;
  audit: AuditTable;
  reviews: ReviewsTable;
  review_teams: ReviewTeamsTable;
  review_people: ReviewPeopleTable;
  review_links: ReviewLinksTable;
  uploads: UploadsTable;
}
