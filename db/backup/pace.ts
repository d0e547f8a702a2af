import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';

type Database = Kysely<Schema>;

/** How a backup shares the database with people: short pieces, and a rest after each. */
export interface Pace {
  /** Does one short piece on a connection of its own. */
  run<T>(work: (db: Database) => Promise<T>): Promise<T>;
  /** Bytes a piece may read, and rows: grown and shrunk so that each takes about `aimMs`. */
  readonly bytes: number;
  readonly rows: number;
  /** The longest that one piece has held its connection. */
  readonly longestMs: number;
}

export interface PaceOptions {
  /** what a piece should take */
  aimMs?: number;
  /** rest after a piece, as a multiple of what it took; 0 where nobody else is there */
  rest?: number;
}

const BYTES = { least: 8 * 1024, most: 512 * 1024 };
const ROWS = { least: 20, most: 2_000 };

export const createPace = (db: Database, { aimMs = 20, rest = 1 }: PaceOptions = {}): Pace => {
  let size = 0.125;
  let longestMs = 0;
  return {
    // measured on the connection: waiting for it is not holding it
    run: (work) =>
      db
        .connection()
        .execute(async (connection) => {
          const began = performance.now();
          const result = await work(connection);
          return { result, tookMs: performance.now() - began };
        })
        .then(async ({ result, tookMs }) => {
          longestMs = Math.max(longestMs, tookMs);
          size = Math.min(1, Math.max(0.01, size * Math.min(2, Math.max(0.25, aimMs / tookMs))));
          if (rest > 0) await new Promise((resolve) => setTimeout(resolve, tookMs * rest));
          return result;
        }),
    get bytes() {
      return Math.max(BYTES.least, Math.round(BYTES.most * size));
    },
    get rows() {
      return Math.max(ROWS.least, Math.round(ROWS.most * size));
    },
    get longestMs() {
      return longestMs;
    },
  };
};
