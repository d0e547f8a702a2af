/** `node e2e/load/opening.ts`: how long a document takes to open from a log of 50,000 rows, and from 10 MiB, and what others wait meanwhile. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import * as Y from 'yjs';
import { splitDocument } from '#collab/server/compaction/split-document.ts';
import { hashParts, loadDocument } from '#collab/server/load-document.ts';
import { startCollab } from '#collab/server/testing.ts';
import { insertSnapshotPart, takeIntoSnapshot } from '#db/document-snapshots.ts';
import { appendUpdates } from '#db/documents.ts';
import { openDatabase } from '#db/open.server.ts';
import { findPostgresPrograms, startPostgres } from '../postgres.ts';

const ROWS = 50_000;

const measure = async (engine: 'embedded' | 'postgres') => {
  const dataDir = await mkdtemp(join(tmpdir(), 'soak-load-'));
  const postgres = engine === 'postgres' ? await startPostgres() : null;
  const { db, close } = await openDatabase(
    postgres ? { databaseUrl: await postgres.createDatabase('load') } : { dataDir },
  );
  const server = await startCollab(db, { durations: { compactLongest: 600_000 } });
  const time = async (name: string) => {
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const began = performance.now();
    const doc = new Y.Doc();
    await loadDocument(db, name, doc);
    const ms = Math.round(performance.now() - began);
    delay.disable();
    return { ms, othersWaitedMs: Math.round(delay.max / 1e6), words: doc.getText('words').length };
  };

  const long = await server.document();
  const writer = new Y.Doc();
  const updates: Uint8Array[] = [];
  writer.on('update', (update: Uint8Array) => updates.push(update));
  for (let row = 0; row < ROWS; row++) writer.getText('words').insert(row, 'w');
  for (let from = 0; from < ROWS; from += 1000) {
    const row = { document: long, person: null, sitting: null, clientIds: [], at: new Date(), epoch: 1 };
    await appendUpdates(
      db,
      updates.slice(from, from + 1000).map((bytes) => ({ ...row, bytes })),
    );
  }
  const log = await time(long);

  const big = async (insertions: number, length: number) => {
    const name = await server.document();
    const doc = new Y.Doc();
    doc.transact(() => {
      const text = doc.getText('words');
      for (let at = 0; at < insertions; at++) text.insert(0, 'x'.repeat(length));
    });
    const parts = splitDocument(doc, 120 * 1024);
    for (const [part, bytes] of parts.entries())
      await insertSnapshotPart(db, { document: name, generation: 1, part, bytes });
    const bytes = parts.reduce((sum, one) => sum + one.length, 0);
    await db
      .transaction()
      .execute((tx) =>
        takeIntoSnapshot(tx, { document: name, from: 0, to: 1, hash: hashParts(parts), bytes, seqs: [] }),
      );
    return { mebibytes: Math.round(bytes / 104857.6) / 10, parts: parts.length, ...(await time(name)) };
  };
  const insertions = await big(500_000, 4);
  const pastes = await big(200, 50_000);
  await server.stop();
  await close();
  await postgres?.remove();
  await rm(dataDir, { recursive: true, force: true });
  return { engine, log, insertions, pastes };
};

for (const engine of ['embedded', 'postgres'] as const) {
  if (engine === 'postgres' && !findPostgresPrograms()) continue;
  process.stdout.write(`${JSON.stringify(await measure(engine), null, 2)}\n`);
}
