import { createHash } from 'node:crypto';
import * as Y from 'yjs';
import { listSnapshotParts } from '#db/document-snapshots.ts';
import { findDocument, type LogRow, listUpdates, type StoredDocument } from '#db/documents.ts';
import { createBreath } from './breath.ts';
import type { Database } from './options.ts';

/** The origin of changes read from the database. */
export const LOADED = Symbol('loaded');

/** A page of the log: nobody's acknowledgement waits for a driver that takes in more at once. */
const PAGE_ROWS = 5000;
const PAGE_BYTES = 512 * 1024;

/**
 * Applies snapshot and every remaining log row to `doc`, in slices with a breath between, and answers what is stored; null
 * when there is no such document. Each row is told to `onRow`.
 */
export const loadDocument = async (
  db: Database,
  name: string,
  doc: Y.Doc,
  onRow?: (row: LogRow) => void,
): Promise<StoredDocument | null> => {
  for (;;) {
    const stored = await findDocument(db, name);
    if (!stored) return null;
    const parts = await listSnapshotParts(db, name, stored.generation);
    const rows = await readRows(db, name);
    // a compaction in between would have moved rows out of what was read: look again
    const after = await findDocument(db, name);
    if (after?.generation !== stored.generation) continue;
    verify(parts, stored);
    await applySliced(
      doc,
      parts.map((bytes) => ({ bytes })),
    );
    await applySliced(doc, rows, onRow);
    return stored;
  }
};

const readRows = async (db: Database, name: string): Promise<LogRow[]> => {
  const rows: LogRow[] = [];
  for (;;) {
    const page = await listUpdates(db, name, rows.at(-1)?.seq ?? 0, PAGE_ROWS, PAGE_BYTES);
    rows.push(...page);
    const length = page.reduce((sum, { bytes }) => sum + bytes.length, 0);
    if (page.length < PAGE_ROWS && length < PAGE_BYTES) return rows;
  }
};

/** sha256 over a snapshot's parts, in order. */
export const hashParts = (parts: readonly Uint8Array[]): Uint8Array => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

const verify = (parts: readonly Uint8Array[], stored: StoredDocument): void => {
  if (!stored.snapshotHash) return;
  if (Buffer.compare(hashParts(parts), stored.snapshotHash) !== 0) throw new Error('a snapshot is damaged');
};

/** As many in one transaction as fit into a slice: tidying up after each of fifty thousand letters took as long as applying them. */
const applySliced = async <Row extends { bytes: Uint8Array }>(
  doc: Y.Doc,
  rows: readonly Row[],
  onRow: (row: Row) => void = () => {},
): Promise<void> => {
  const breath = createBreath();
  for (let next = 0; next < rows.length; ) {
    doc.transact(() => {
      do {
        const row = rows[next++] as Row;
        Y.applyUpdate(doc, row.bytes, LOADED);
        onRow(row);
      } while (next < rows.length && !breath.isDue());
    }, LOADED);
    await breath.take();
  }
};
