/** `node e2e/load/history.ts [edits]`: how soon a document with many edits lists its history, shows a version, and tells what changed. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as Y from 'yjs';
import { writeUpName } from '#collab/document/document-names.ts';
import { seedWriteUp } from '#collab/document/seed-write-up.ts';
import { createHistory } from '#collab/server/history/create-history.ts';
import { textIn } from '#collab/server/history/testing.ts';
import { takeIntoSnapshot } from '#db/document-snapshots.ts';
import { appendUpdates, insertDocument } from '#db/documents.ts';
import { openDatabase } from '#db/open.server.ts';
import { listHistory } from '#server/history/list-history.ts';
import { aReview } from '#server/soak/testing.ts';
import { findPostgresPrograms, startPostgres } from '../postgres.ts';
import { type Figure, percentile } from './figure.ts';

const TIMES = 9;
const WRITERS = 5;
const SECTIONS = 20;

/**
 * Five people typing a few characters at random places of twenty sections over two weeks, taking some out again, all archived; first
 * as a document of an older Soak would be met, then with its chapters written.
 */
export async function measureHistory(engine: 'embedded' | 'postgres', edits = 50_000): Promise<Figure[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'soak-history-'));
  const postgres = engine === 'postgres' ? await startPostgres({ durable: true }) : null;
  const where = postgres ? { databaseUrl: await postgres.createDatabase('history') } : { dataDir };
  const { db, close } = await openDatabase(where);
  const field = await aReview(db);
  const document = writeUpName(field.review, 1);
  const numbers = await fill(db, field, document, edits);
  const history = createHistory({ db, clock: field.app.clock, log: field.app.log });
  const app = { ...field.app, db, collab: { ...field.app.collab, history: history.port } };
  const middle = numbers[Math.floor(numbers.length * 0.6)] ?? 0;
  const last = numbers.at(-1) ?? 0;
  const figures: Figure[] = [];
  const measure = async (what: string, limit: number, work: () => Promise<unknown>) =>
    figures.push({ what: `${what}, ${engine}`, limit, measured: await medianOf(work), unit: 'ms' });

  for (const stage of ['without chapters', 'with chapters'] as const) {
    // each round writes one chapter of at most 10,000 rows
    if (stage === 'with chapters') for (let round = 0; round < edits / 5000; round++) await history.keepAll();
    const of = `${edits} edits ${stage}`;
    await measure(`history of ${of}, listed`, 300, () => listHistory(app, document, { before: null }));
    await measure(`a version of ${of}, shown`, 1000, () => history.port.show(document, middle));
    await measure(`what the last tenth of ${of} changed`, 1000, () =>
      history.port.compare(document, numbers[Math.floor(numbers.length * 0.9)] ?? 0, last),
    );
  }
  await history.close();
  await close();
  await postgres?.remove();
  await rm(dataDir, { recursive: true, force: true });
  return figures;
}

async function medianOf(work: () => Promise<unknown>): Promise<number> {
  const waits: number[] = [];
  for (let time = 0; time < TIMES; time++) {
    const began = performance.now();
    await work();
    waits.push(performance.now() - began);
  }
  return percentile(waits, 0.5);
}

type Opened = Awaited<ReturnType<typeof openDatabase>>;

async function fill(
  db: Opened['db'],
  field: Awaited<ReturnType<typeof aReview>>,
  document: string,
  edits: number,
): Promise<number[]> {
  const at = new Date('2026-11-01T08:00:00Z');
  await insertDocument(db, { name: document, review: field.review, epoch: 1, at });
  const doc = new Y.Doc();
  Y.applyUpdate(doc, seedWriteUp(aWriteUp()));
  const seed = { person: field.analyst.id, sitting: null, bytes: Y.encodeStateAsUpdate(doc) };
  const rows: (typeof seed)[] = [seed];
  const writers = await Promise.all(
    Array.from({ length: WRITERS }, (_, nth) => field.person(`Writer ${nth}`)),
  );
  let sitting = randomUUID();
  let writer = writers[0] ?? field.analyst;
  doc.on('update', (bytes: Uint8Array) =>
    rows.push({ person: writer.id, sitting, bytes } as unknown as typeof seed),
  );
  for (let edit = 1; rows.length < edits; edit++) {
    if (edit % 250 === 0) {
      sitting = randomUUID();
      writer = writers[edit % WRITERS] ?? writer;
      // one client for each sitting, as tabs have
      doc.clientID = 1000 + edit;
    }
    const text = textIn(doc, `section:s${Math.floor(Math.random() * SECTIONS)}`);
    const place = Math.floor(Math.random() * text.length);
    if (edit % 9 === 0 && text.length > 20) text.delete(Math.min(place, text.length - 3), 3);
    else text.insert(place, edit % 3 === 0 ? ' w' : 'er');
  }
  const numbers: number[] = [];
  for (let from = 0; from < rows.length; from += 500)
    numbers.push(
      ...(await appendUpdates(
        db,
        rows.slice(from, from + 500).map((row, nth) => ({
          document,
          clientIds: [],
          epoch: 1,
          at: new Date(at.getTime() + (from + nth) * 20_000),
          ...row,
        })),
      )),
    );
  for (let from = 0; from < numbers.length; from += 5000)
    await db.transaction().execute((tx) => {
      const seqs = numbers.slice(from, from + 5000);
      const [before, to] = [from / 5000, from / 5000 + 1];
      const hash = new Uint8Array(Buffer.from(EMPTY_HASH, 'hex'));
      return takeIntoSnapshot(tx, { document, from: before, to, hash, bytes: 0, seqs });
    });
  return numbers;
}

const EMPTY_HASH = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

const aWriteUp = () => ({
  title: 'A long one',
  standfirst: '',
  sections: Array.from({ length: SECTIONS }, (_, nth) => ({
    id: `s${nth}`,
    title: `Section ${nth}`,
    blocks: [
      {
        type: 'text' as const,
        id: `b${nth}`,
        kind: 'paragraph' as const,
        level: 1,
        indent: 0,
        content: [{ text: 'It began in the afternoon.' }],
      },
    ],
  })),
  findings: [],
  moments: [],
});

if (import.meta.main) {
  const { figureLine } = await import('./figure.ts');
  const edits = Number(process.argv[2] ?? 50_000);
  for (const engine of ['embedded', 'postgres'] as const) {
    if (engine === 'postgres' && !findPostgresPrograms()) continue;
    for (const figure of await measureHistory(engine, edits)) process.stdout.write(`${figureLine(figure)}\n`);
  }
}
