/** `node e2e/load/opening.ts`: how long a document takes to open from a log of 50,000 rows and with ten times the history. */
import * as Y from 'yjs';
import { compactDocument } from '#collab/server/compaction/compact-document.server.ts';
import { loadDocument } from '#collab/server/load-document.ts';
import { startCollab, type TestCollab } from '#collab/server/testing.ts';
import { appendUpdates } from '#db/documents.ts';
import { type Figure, percentile } from './figure.ts';
import { type Database, type Engine, onEngine, printOnEngines, timed } from './on-engine.ts';

const ROWS = 50_000;
const TIMES = 9;
/** Of the shorter history; the other has ten times as many. */
const EDITS = 2_000;
const RUN = 20;

export const measureOpening = (engine: Engine): Promise<Figure[]> =>
  onEngine(engine, async (db) => {
    const server = await startCollab(db, { durations: { compactLongest: 600_000, compactQuiet: 600_000 } });
    const long = await server.document();
    await append(db, long, typed(ROWS));
    const log = await open(db, long);
    const figures: Figure[] = [
      {
        what: `opening from a log of ${ROWS} rows, ${engine}`,
        limit: engine === 'postgres' ? 300 : 600,
        measured: log,
        unit: 'ms',
      },
    ];
    figures.push(await withTenTimesTheHistory(server, engine));
    await server.stop();
    return figures;
  });

/** The median of several. */
async function open(db: Database, name: string): Promise<number> {
  const turns = await timed(TIMES, async () => {
    const doc = new Y.Doc();
    await loadDocument(db, name, doc);
    doc.destroy();
  });
  return percentile(
    turns.map(({ ms }) => ms),
    0.5,
  );
}

function typed(rows: number): Uint8Array[] {
  const writer = new Y.Doc();
  const updates: Uint8Array[] = [];
  writer.on('update', (update: Uint8Array) => updates.push(update));
  for (let row = 0; row < rows; row++) writer.getText('words').insert(row, 'w');
  return updates;
}

async function append(db: Database, document: string, updates: readonly Uint8Array[]): Promise<void> {
  const row = { document, person: null, sitting: null, clientIds: [], at: new Date(), epoch: 1 };
  for (let from = 0; from < updates.length; from += 1_000)
    await appendUpdates(
      db,
      updates.slice(from, from + 1_000).map((bytes) => ({ ...row, bytes })),
    );
}

/**
 * Two documents that read the same, one written in ten times as many edits: their writers wrote on, a run of letters at a time, and took
 * as many out again. All of both is compacted. Opened in turns, so that what else the machine does meets both.
 */
async function withTenTimesTheHistory(server: TestCollab, engine: Engine): Promise<Figure> {
  const [short, long] = [await server.document(), await server.document()];
  for (const [name, edits] of [
    [short, EDITS],
    [long, 10 * EDITS],
  ] as const) {
    await append(server.db, name, rewritten(edits));
    while (await compactDocument(server.db, name, 5_000, () => {}));
  }
  const ratios: number[] = [];
  let [ofShort, ofLong] = [0, 0];
  for (let time = 0; time < TIMES; time++) {
    ofShort = await open(server.db, short);
    ofLong = await open(server.db, long);
    ratios.push(ofLong / ofShort);
  }
  return {
    what: `opening with ten times the history, ${engine}: ${ofLong.toFixed(1)} ms, times ${ofShort.toFixed(1)}`,
    limit: 1.2,
    measured: percentile(ratios, 0.5),
    unit: '×',
  };
}

/** Of this length in the end, however many edits it took. */
const WORDS = 'A slow morning, told once more. '.repeat(1_000);

function rewritten(edits: number): Uint8Array[] {
  const doc = new Y.Doc();
  const text = doc.getText('words');
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  text.insert(0, WORDS);
  while (updates.length < edits) {
    const place = Math.floor(Math.random() * (text.length - RUN));
    for (let letter = 0; letter < RUN; letter++) text.insert(place + letter, 'w');
    for (let letter = RUN; letter > 0; letter--) text.delete(place + letter - 1, 1);
  }
  return updates;
}

if (import.meta.main) await printOnEngines(measureOpening);
