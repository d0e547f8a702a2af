import {
  insertSnapshotPart,
  listSnapshotParts,
  prepareGeneration,
  takeIntoSnapshot,
} from '#db/document-snapshots.ts';
import { findDocument, listUpdates } from '#db/documents.ts';
import { hashParts } from '../load-document.ts';
import type { CollabOptions, Database } from '../options.ts';
import { findRescue, keepRescue } from '../rescue/rescue-words.server.ts';
import { buildInWorker } from './build-in-worker.server.ts';

/** Where a compaction stands; killed after any of these, nothing is lost. */
export type CompactionStep = 'read' | 'built' | 'written' | 'moving' | 'moved';

export interface Compacted {
  rows: number;
  /** how much smaller snapshot and log became together; may be negative */
  savedBytes: number;
  /** more rows wait */
  isPartial: boolean;
  /** passages now offered back to their authors, because somebody's change took them away unseen */
  rescued: number;
}

/**
 * Takes a document's log rows into a new snapshot and moves exactly those rows to the archive. Parts are written first, under
 * a generation nobody reads; one short transaction then switches. Null when there was nothing to do or another was faster.
 */
export const compactDocument = async (
  db: Database,
  name: string,
  mostRows: number,
  onStep: (step: CompactionStep) => void | Promise<void>,
  { log, signal }: { log?: CollabOptions['log']; signal?: AbortSignal } = {},
): Promise<Compacted | null> => {
  const stored = await findDocument(db, name);
  if (!stored) return null;
  const waiting = await listUpdates(db, name, 0, mostRows + 1);
  const rows = waiting.slice(0, mostRows);
  if (rows.length === 0) return null;
  const before = await listSnapshotParts(db, name, stored.generation);
  // another node has switched meanwhile, and what was read does not belong together
  if ((await findDocument(db, name))?.generation !== stored.generation) return null;
  await onStep('read');

  const { parts, losses } = await buildInWorker({ before, rows: rows.map(({ bytes }) => bytes) }, signal);
  const rescue = losses.length > 0 ? await findRescue(db, name, losses, { log, signal }) : null;
  await onStep('built');

  const to = await prepareGeneration(db, name, stored.generation);
  if (to === null) return null;
  for (const [part, bytes] of parts.entries()) {
    if (!(await insertSnapshotPart(db, { document: name, generation: to, part, bytes }))) return null;
  }
  await onStep('written');

  const hash = hashParts(parts);
  const bytes = sizeOf(parts);
  const seqs = rows.map(({ seq }) => seq);
  const isTaken = await db.transaction().execute(async (tx) => {
    const taken = await takeIntoSnapshot(tx, {
      document: name,
      from: stored.generation,
      to,
      hash,
      bytes,
      seqs,
    });
    if (taken && rescue) await keepRescue(tx, name, rescue);
    await onStep('moving');
    return taken;
  });
  await onStep('moved');
  if (!isTaken) return null;
  const savedBytes = stored.snapshotBytes + sizeOf(rows.map((row) => row.bytes)) - bytes;
  return {
    rows: rows.length,
    savedBytes,
    isPartial: waiting.length > mostRows,
    rescued: rescue?.fresh ?? 0,
  };
};

const sizeOf = (parts: readonly Uint8Array[]): number => parts.reduce((sum, { length }) => sum + length, 0);
