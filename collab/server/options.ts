import type { Extension } from '@hocuspocus/server';
import type { Kysely } from 'kysely';
import type * as Y from 'yjs';
import type { Projection } from '#collab/document/projection.ts';
import type { Alone } from '#db/alone.ts';
import type { Schema } from '#db/schema.ts';
import type { MeetingId, PersonId } from '#domain/ids.ts';
import type { CompactionStep } from './compaction/compact-document.server.ts';
import type { Caps, Durations } from './limits.ts';
import type { Measures } from './measures.ts';
import type { Relay } from './relay/relay.ts';

export type Database = Kysely<Schema>;

/** Who stands behind a socket, by the cookie or token it came with. */
export interface Identified {
  id: PersonId;
  name: string;
  faceHue: number;
  /** The sign-in's id. */
  signIn: string;
  /** A guest's one room (G1). */
  guestOf?: MeetingId;
  /** A token may hold less than its owner's rights (P9). */
  only?: 'read';
  /** When their sign-in or token ends by itself, unless its use puts that off. */
  expiresAt?: Date;
}

/**
 * What a person may do with a document by the rules. `erased`: they may read what it has become, and this is an epoch of before; null:
 * nothing, and not even know of it.
 */
export type Verdict = 'write' | 'read' | 'erased' | null;

type Facts = Record<string, string | number | boolean | null>;

/** What main hands to the collaboration server. Nothing is opened by importing it. */
export interface CollabOptions {
  db: Database;
  clock: { now(): Date };
  /** Judges when sign-ins and tokens end; the system's own where not given. */
  signInClock?: { now(): Date };
  log: {
    info(event: string, facts?: Facts): void;
    error(event: string, error: unknown, facts?: Facts): void;
  };
  /** Exact origins a page may connect from. */
  allowedOrigins: readonly string[];
  /** The signed-in, active person, or null. Asked at each upgrade and again whenever rights may have changed; throws when the database is away. */
  identify(cookieHeader: string | undefined): Promise<Identified | null>;
  /** The same by a token, for the plain door; no token opens it where this is not given. */
  identifyToken?(token: string): Promise<Identified | null>;
  decide(person: Identified, documentName: string): Promise<Verdict>;
  /** A room's newest state as everyone in it may see it, at most 32 kB as JSON; null when there is no such meeting. */
  projectRoom(meeting: MeetingId): Promise<Projection<unknown> | null>;
  /** The present `rev` of these rooms, in one question; those that do not exist are left out. */
  roomRevs(meetings: readonly MeetingId[]): Promise<ReadonlyMap<MeetingId, number>>;
  /** After each compaction, with the document as it may be open here, to be read and not written: for deriving title and search text. */
  onCompacted?(documentName: string, doc: Y.Doc): Promise<void>;
  /** Keeps other nodes from the same work; not asked where this program is alone. */
  alone?: Alone;
  /** How other nodes are told what happens here; alone where not given. */
  relay?: Relay;
  /** Counts for `/metrics`. */
  measures?: Measures;
  durations?: Partial<Durations>;
  caps?: Partial<Caps>;
  /** Tests watch, or stop, a compaction between its steps. */
  onCompactionStep?(documentName: string, step: CompactionStep): void | Promise<void>;
  /** Tests add hooks that throw. */
  extensions?: Extension<unknown>[];
}
