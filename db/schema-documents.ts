import type { Generated } from 'kysely';
import type { PersonId, ReviewId } from '#domain/ids.ts';

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

/** Shared documents: what is in use, the log, snapshots and the archive. */
export interface DocumentsSchema {
  documents: DocumentsTable;
  document_updates: DocumentUpdatesTable;
  document_archive: DocumentArchiveTable;
  document_snapshot_parts: DocumentSnapshotPartsTable;
  rescued_words: RescuedWordsTable;
}
