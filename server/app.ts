import type { Kysely } from 'kysely';
import type { CollabPort } from '#collab/server/collab-port.ts';
import type { Schema } from '#db/schema.ts';
import type { PersonId } from '#domain/ids.ts';
import type { ReviewNews } from './comments/review-news.ts';
import type { TrackersPort } from './trackers/port.ts';

/** Instants for everything a rule reads. The demo and the tests hand in one that moves. */
export interface Clock {
  now(): Date;
}

export interface Random {
  /** A lower-case UUID. */
  uuid(): string;
  /** Cryptographically strong bytes. */
  bytes(length: number): Uint8Array;
  /** A new array in random order. */
  shuffle<T>(items: readonly T[]): T[];
}

export interface Log {
  info(event: string, facts?: Record<string, string | number | boolean | null>): void;
  error(event: string, error: unknown, facts?: Record<string, string | number | boolean | null>): void;
}

export type Database = Kysely<Schema>;
export type { CollabPort };

/** What main opens once and hands down. Deeds take it first. */
export interface App {
  db: Database;
  clock: Clock;
  /** Judges sign-ins and one-time links; the system's own where not given, also in a demo whose `clock` has moved. */
  signInClock?: Clock;
  random: Random;
  log: Log;
  /** Origin of every link that leaves the program, no slash at the end. */
  origin: string;
  /** Only the demo's own entry sets this. */
  demo: Demo | null;
  collab: CollabPort;
  /** Where letters come from; absent without `SMTP_URL`: then nothing is sent, and invitations are offered as files and text. */
  mail?: { from: string };
  /** How trackers are spoken with; absent in tests of other deeds. */
  trackers?: TrackersPort;
  /** Who waits for new comments; absent where nobody can, as in tests of one deed. */
  news?: ReviewNews;
}

export interface Demo {
  /** Moves the clock on; never back. */
  moveClockTo(instant: Date): Promise<void>;
  people: readonly { email: string; name: string; line: string }[];
}

/** The person who asks, as a deed sees them. */
export interface SignedIn {
  id: PersonId;
  name: string;
  email: string;
  role: 'administrator' | 'member';
  active: true;
  /** IANA; the workspace's where the person has not chosen. */
  zone: string;
  faceLetters: string;
  faceHue: number;
  signIn: string;
  /** When their sign-in or token ends by itself, unless its use puts that off. */
  expiresAt?: Date;
}

/** What one request brings to every loader and action. */
export interface Asking {
  app: App;
  person: SignedIn | null;
  /** Client address as far as the configured proxies tell it. */
  address: string;
  nonce: string;
}
