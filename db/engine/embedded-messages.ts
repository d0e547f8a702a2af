import type { SqlFailure } from './errors.ts';

/** From the main thread to the worker that holds PGlite. `sql` with no parameters may hold several statements. */
export interface Ask {
  id: number;
  sql: string;
  parameters: readonly unknown[];
}

/** What the dialect needs of a result; of several statements, the last one's. */
export interface Rows {
  command: string;
  rowCount: number;
  rows: unknown[];
}

export type Answer = { id: number; rows: Rows } | { id: number; failure: SqlFailure };

/** The worker's first message: it stands ready, or why it does not. */
export type Opened = { opened: true; compiled: WebAssembly.Module } | { opened: false; reason: string };

/** The first message to the worker. */
export interface OpenFolder {
  /** PGlite's data folder. */
  folder: string;
  /** What it is first copied from. */
  template?: string;
}
