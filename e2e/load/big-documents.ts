/** `node e2e/load/big-documents.ts`: what others wait while a document of 10 MiB, which nobody had open, is loaded and its first client joins. */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { until } from '../faults/writers.ts';
import { documentName } from '../faults/written.ts';
import { doorOf, type Place, placeOn } from './collab-place.ts';
import { type Figure, percentile } from './figure.ts';
import { type Engine, printOnEngines } from './on-engine.ts';
import { type Door, type LeanClient, leanClient, WORDS } from './peers/lean-client.ts';

/** In frames of less than 2 MiB, each with fewer than 200,000 structs, as the server asks of everybody. */
const KINDS = [
  { kind: '500,000 insertions', frames: 10, insertions: 50_000, length: 4, limit: 5_000 },
  { kind: '200 pasted pages', frames: 8, insertions: 25, length: 50_000, limit: 2_000 },
];
const ROUNDS = 3;
const OTHERS = 10;
const EDIT_EVERY_MS = 100;

export async function measureBigDocuments(engine: Engine): Promise<Figure[]> {
  const place = await placeOn(engine, 1 + KINDS.length);
  const first = await place.start();
  for (const [at, facts] of KINDS.entries()) await fill(doorOf(first, documentName(1 + at)), facts);
  await first.stop();
  const figures: Figure[] = [];
  for (const [at, { kind, limit }] of KINDS.entries()) {
    const rounds: Round[] = [];
    for (let round = 0; round < ROUNDS; round++) rounds.push(await oneRound(place, documentName(1 + at)));
    const of = `a document of 10 MiB, ${kind}, ${engine}`;
    const waits = rounds.flatMap((round) => round.waits);
    figures.push(
      { what: `others’ edits beside ${of}: longest`, limit: 500, measured: Math.max(...waits), unit: 'ms' },
      { what: `  p95 of ${waits.length}`, limit: 100, measured: percentile(waits, 0.95), unit: 'ms' },
      {
        what: '  until its first client has it, median',
        limit,
        measured: percentile(
          rounds.map(({ ms }) => ms),
          0.5,
        ),
        unit: 'ms',
      },
    );
  }
  await place.remove();
  return figures;
}

async function fill(door: Door, { frames, insertions, length }: (typeof KINDS)[number]): Promise<void> {
  const client = leanClient(door);
  await client.synced;
  let stored = 0;
  client.onStored(() => stored++);
  const text = client.doc.getText(WORDS);
  for (let frame = 0; frame < frames; frame++) {
    client.doc.transact(() => {
      for (let one = 0; one < insertions; one++) text.insert(0, 'x'.repeat(length));
    });
    await until(() => stored > frame, 'a big frame is stored', 30_000);
    // 4 MiB a second is what a connection may send
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  client.close();
}

interface Round {
  /** How long others' edits waited for "stored" while it was opened. */
  waits: number[];
  ms: number;
}

/** A server that has just started, others at work on another document. */
async function oneRound(place: Place, document: string): Promise<Round> {
  const program = await place.start();
  const others = Array.from({ length: OTHERS }, () => leanClient(doorOf(program, documentName(0))));
  await Promise.all(others.map(({ synced }) => synced));
  const waits: number[] = [];
  for (const other of others) other.onStored((ms) => waits.push(ms));
  const writing = others.map(write);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  waits.length = 0;
  const ms = await joined(doorOf(program, document));
  await new Promise((resolve) => setTimeout(resolve, 2 * EDIT_EVERY_MS));
  const counted = [...waits];
  for (const stop of writing) stop();
  await new Promise((resolve) => setTimeout(resolve, 500));
  for (const other of others) other.close();
  await program.stop();
  return { waits: counted, ms };
}

function write({ doc }: LeanClient): () => void {
  const text = doc.getText(WORDS);
  let timer = setTimeout(one, Math.random() * EDIT_EVERY_MS);
  function one() {
    text.insert(text.length, 'w');
    timer = setTimeout(one, EDIT_EVERY_MS);
  }
  return () => clearTimeout(timer);
}

const joined = (door: Door): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, 'peers', 'join.ts'));
    child.once('message', (told) => resolve((told as { ms: number }).ms));
    child.once('exit', (code) => reject(new Error(`nobody joined (${code})`)));
    child.send(door);
  });

if (import.meta.main) await printOnEngines(measureBigDocuments);
