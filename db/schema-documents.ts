import type { Generated } from 'kysely';
import type { VersionKind } from '#domain/history/version.ts';
import type { MeetingId, PersonId, ReviewId } from '#domain/ids.ts';

export interface DocumentsTable {
  name: string;
  review_id: ReviewId;
  kind: 'write-up';
  epoch: number;
  generation: Generated<number>;
  snapshot_hash: Uint8Array | null;
  snapshot_bytes: Generated<number>;
  created_at: Date;
}
interface UpdateColumns {
  document: string;
  person_id: PersonId | null;
  sitting: string | null;
  /** jsonb: written as JSON text, read as number[]. */
  client_ids: unknown;
  at: Date;
  epoch: number;
  bytes: Uint8Array;
}
export interface DocumentUpdatesTable extends UpdateColumns {
  seq: Generated<number>;
}
export interface DocumentArchiveTable extends UpdateColumns {
  seq: number;
  /** the snapshot that took it in */
  generation: Generated<number>;
}
export interface DocumentSnapshotPartsTable {
  document: string;
  generation: number;
  part: number;
  bytes: Uint8Array;
}

export interface RescuedWordsTable {
  id: Generated<number>;
  document: string;
  person_id: PersonId;
  kind: 'lost' | 'hidden';
  place: string;
  block: string;
  after_block: string;
  before_words: string;
  words: string;
  after_words: string;
  /** jsonb: written as JSON text, read as [client, clock, length][]. */
  ranges: unknown;
  at: Date;
  state: 'open' | 'put-back' | 'let-go';
  answered_at: Date | null;
}

export interface DocumentHistoryTable {
  document: string;
  to_seq: number;
  edits: number;
}
export interface DocumentStretchesTable {
  document: string;
  from_seq: number;
  to_seq: number;
  person_id: PersonId | null;
  sitting: string | null;
  from_at: Date;
  to_at: Date;
}
export interface DocumentChaptersTable {
  document: string;
  to_seq: number;
  part: number;
  bytes: Uint8Array;
}
export interface DocumentVersionsTable {
  id: string;
  document: string;
  seq: number;
  kind: VersionKind;
  name: string;
  person_id: PersonId | null;
  meeting_id: MeetingId | null;
  at: Date;
}

/** Shared documents: what is in use, the log, snapshots, the archive and what history derives from it. */
export interface DocumentsSchema {
  documents: DocumentsTable;
  document_updates: DocumentUpdatesTable;
  document_archive: DocumentArchiveTable;
  document_snapshot_parts: DocumentSnapshotPartsTable;
  rescued_words: RescuedWordsTable;
  document_history: DocumentHistoryTable;
  document_stretches: DocumentStretchesTable;
  document_chapters: DocumentChaptersTable;
  document_versions: DocumentVersionsTable;
}
