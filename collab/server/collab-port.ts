import type * as Y from 'yjs';
import type { Projection } from '#collab/document/projection.ts';
import type { PersonId } from '#domain/ids.ts';
import type { WriteUp } from '#domain/write-up.ts';
import type { Alongside } from './durable-edit.ts';
import type { HistoryPort } from './history/history-port.ts';
import type { Database } from './options.ts';

/** What an edit put into a document, as Yjs numbers it. */
export interface Written {
  client: number;
  length: number;
}

/** What routes and deeds may ask of the collaboration server. */
export interface CollabPort {
  /** The shared document as stored and live together, for reading; a clone, so conversion cannot change it. Null when it does not exist. */
  read(document: string): Promise<Y.Doc | null>;
  /** The same as plain values, for looking at only: two askers may be given one and the same. */
  readWriteUp(document: string): Promise<WriteUp | null>;
  /**
   * Looks into the document where it lies, without a clone: `see` must not change it, nor keep anything of it. Null when it does
   * not exist.
   */
  look<Seen>(document: string, see: (doc: Y.Doc) => Seen): Promise<Seen | null>;
  /**
   * The same, of a document that holds every row committed before the call; what was seen is kept while the log stands where it
   * stood. For looking at only: two askers may be given one and the same.
   * @param as what is seen, and everything it depends on beside the document
   */
  lookOnce<Seen>(document: string, as: string, see: (doc: Y.Doc) => Seen): Promise<Seen | null>;
  /** Creates a document with its first content, inside the creating transaction; seeds once, on the server. */
  create(db: Database, document: string, update: Uint8Array, by: PersonId | null, at: Date): Promise<void>;
  /** A durable edit by the server: fork, diff, append, apply. Rejects when it cannot be stored; then nothing has changed. */
  edit(document: string, by: PersonId | null, change: (doc: Y.Doc) => void): Promise<void>;
  /**
   * The same, in one transaction with `alongside`: where that says false nothing is edited (null), so that a deed done twice
   * edits once. Answers which characters were written, by Yjs client and number, for the person's own undo.
   */
  editOnce(
    document: string,
    by: PersonId | null,
    change: (doc: Y.Doc) => void,
    alongside: Alongside,
  ): Promise<Written | null>;
  /** A document as stored, for whoever holds its lock; in their transaction. Null when it does not exist. */
  readStored(db: Database, document: string): Promise<Y.Doc | null>;
  /** Words were erased and `fresh` is in use from now on: whoever is in an older epoch is told so, here at once. */
  erased(fresh: string): void;
  /** What is offered back to somebody has changed: their open tabs are told. */
  rescuedChanged(): void;
  /**
   * Makes the room's projection current; called after a command's commit.
   * @param shown the projection as that transaction left it, where it is at hand: then nothing is read for it
   */
  roomChanged(meeting: string, shown?: Projection<unknown>): void;
  /** Tells the tabs of these people in the room, wherever they are, that what is theirs alone has changed; nobody else hears of it. */
  ownChanged(meeting: string, people: readonly PersonId[]): void;
  /** Judges every open connection again, now (P7). Other nodes see the counter move. */
  rightsChanged(): void;
  /** What was written when, by whom, and what it read like then. */
  history: HistoryPort;
  /** Distinct people with a socket on this document, from awareness. */
  present(document: string): PersonId[];
}
