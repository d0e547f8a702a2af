import type { Document, Hocuspocus } from '@hocuspocus/server';
import * as Y from 'yjs';
import { findChanges, listRowsByNumber, measureDocument } from '#db/document-changes.ts';
import { createBreath } from './breath.ts';
import type { LiveDocument, LiveDocuments } from './live-documents.ts';
import type { Database } from './options.ts';

/** What is read from the log goes to everybody like any edit; whoever wrote it has asked for its compaction. */
const FROM_LOG = { source: 'local', skipStoreHooks: true } as const;
const ROWS_AT_ONCE = 500;

export interface CatchUpOptions {
  db: Database;
  live: LiveDocuments;
  /** a row this old can no longer commit: statements end sooner */
  lateCommitMs: number;
  /** Hears how many rows of other programs were found: told of, or by looking. */
  onFound?(way: 'told' | 'looked', rows: number): void;
}

/**
 * Brings a live document up to the log: another node may have written, and an INSERT that timed out may have committed all
 * the same. What another node has already compacted is found by the snapshot that took it in.
 */
export const catchUp = async (options: CatchUpOptions, document: Document): Promise<void> => {
  const { db, live } = options;
  const known = live.get(document.name);
  if (!known) return;
  const changes = await findChanges(db, document.name, known.floor, known.generation);
  if (!changes) return;
  await applyRows(
    options,
    document,
    'looked',
    changes.seqs.filter((seq) => !known.seen.has(seq)),
  );
  if (changes.generation > known.generation) {
    known.generation = changes.generation;
    Object.assign(known, await measureDocument(db, document.name));
  }
  raiseFloor(known, changes.seqs, options.lateCommitMs);
};

/** Brings in rows another node has named. Where they build on what is not here, everything is asked for. */
export const catchUpWith = async (
  options: CatchUpOptions,
  document: Document,
  seqs: readonly number[],
): Promise<void> => {
  const known = options.live.get(document.name);
  if (!known) return;
  await applyRows(
    options,
    document,
    'told',
    // also below the floor: what was told late is late, and reading it twice changes nothing
    seqs.filter((seq) => !known.seen.has(seq)),
  );
  if (document.store.pendingStructs || document.store.pendingDs) await catchUp(options, document);
};

const applyRows = async (
  { db, live, onFound }: CatchUpOptions,
  document: Document,
  way: 'told' | 'looked',
  seqs: readonly number[],
): Promise<void> => {
  const breath = createBreath();
  const ordered = [...seqs].sort((a, b) => a - b);
  for (let at = 0; at < ordered.length; at += ROWS_AT_ONCE) {
    const rows = await listRowsByNumber(db, document.name, ordered.slice(at, at + ROWS_AT_ONCE));
    onFound?.(way, rows.length);
    for (const row of rows) {
      if (document.isDestroyed) return;
      Y.applyUpdate(document, row.bytes, FROM_LOG);
      live.saw(document.name, row);
      await breath.take();
    }
  }
};

/** Numbers are given before the commit, so a lower one may appear after a higher: for as long as a statement may take. */
const raiseFloor = (known: LiveDocument, seqs: readonly number[], lateCommitMs: number): void => {
  if (performance.now() - known.floorAt < lateCommitMs) return;
  known.floor = known.nextFloor;
  known.nextFloor = seqs.reduce((most, seq) => Math.max(most, seq), known.nextFloor);
  known.floorAt = performance.now();
  for (const seq of known.seen) if (seq <= known.floor) known.seen.delete(seq);
};

/** Catches up every loaded document; one that cannot be caught up holds up no other, and is asked again next time. */
export const catchUpAll = async (options: CatchUpOptions, hocuspocus: Hocuspocus): Promise<void> => {
  const failed: unknown[] = [];
  for (const name of options.live.names()) {
    const document = hocuspocus.documents.get(name);
    if (document) await catchUp(options, document).catch((error: unknown) => failed.push(error));
  }
  if (failed.length > 0) throw failed[0];
};
