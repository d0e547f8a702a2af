import type { ColumnType, Generated } from 'kysely';
import type { MessageId, PersonId, ReviewId } from '#domain/ids.ts';
import type { MessageExtras, MessageKind } from '#domain/import/evidence.ts';

/** The tables of 0004 and 0007, as both engines return their rows. */
export interface EvidenceSchema {
  evidence_sources: EvidenceSourcesTable;
  evidence_messages: EvidenceMessagesTable;
  imports: ImportsTable;
  import_parts: ImportPartsTable;
}

/** Read parsed, written as `JSON.stringify(value)`. */
type Json<T> = ColumnType<T, string, string>;

export interface EvidenceSourcesTable {
  id: string;
  review_id: ReviewId;
  kind: 'slack' | 'pasted' | 'write-up';
  key: string;
  name: string;
  imported_by: PersonId | null;
  imported_at: Date;
}
export interface EvidenceMessagesTable {
  id: MessageId;
  review_id: ReviewId;
  source_id: string;
  import_id: string;
  key: string;
  position: number;
  speaker: string;
  at: Date | null;
  text: string;
  kind: MessageKind;
  thread: string | null;
  extras: Json<MessageExtras>;
}
export type ImportState = 'reading' | 'held' | 'refused' | 'bringing' | 'cancelling' | 'done';
export interface ImportsTable {
  id: string;
  person_id: PersonId;
  review_id: ReviewId | null;
  makes_review: boolean;
  state: ImportState;
  name: string;
  sentence: Generated<string>;
  /** `server/import/held.ts` gives its shape. */
  held: Json<unknown>;
  plan: Json<unknown>;
  done: Generated<number>;
  total: Generated<number>;
  created_at: Date;
  touched_at: Date;
}
export interface ImportPartsTable {
  import_id: string;
  ordinal: number;
  kind: 'picture' | 'messages';
  name: string;
  bytes: Uint8Array | null;
  /** JSON of `EvidenceMessage[]`, read by the database alone. */
  messages: string | null;
}
