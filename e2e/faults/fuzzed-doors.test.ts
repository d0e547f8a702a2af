import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase } from '#db/open.server.ts';
import { discardProgram, type Program, startProgram } from '../program.ts';
import { type Chance, chanceFrom, mutated } from './mutations.ts';
import { type Door, editIn, openRawDoor, type RawDoor } from './raw-door.ts';
import { freshEdit, recordFrames } from './recorded-frames.ts';
import { type At, bearable, lost, readWords, startWriter, until } from './writers.ts';
import { DOCUMENT, FUZZED_DOCUMENT, WRITER } from './written.ts';

const LONG = Boolean(process.env.SOAK_LONG);
const MUTATIONS = LONG ? 1_000_000 : 1000;
const LANES_PER_DOOR = LONG ? 4 : 1;
/** Seeds that once found something are run for ever. */
const KEPT_SEEDS: number[] = [];
const SEED = Number(process.env.SOAK_SEED ?? Date.now() % 2 ** 31);

let program: Program;
beforeAll(async () => {
  program = await startProgram({ entry: 'e2e/collab-program.server.ts', env: { COMPACT_OFTEN: 'yes' } });
});
afterAll(() => discardProgram(program));

const here = (document: string): At => ({ origin: program.origin, cookie: `who=${WRITER}`, document });
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('base64url').slice(0, 16);

interface Outcome {
  heard: number;
  closed: number;
  silent: number;
  /** Edits whose connection was ended for them, and edits that were looked at and let be. */
  refused: Set<string>;
  let: Set<string>;
}

/** One connection after another at one door, one frame at a time, so that it is known which frame ended which. */
async function fuzz(
  door: Door,
  frames: readonly Uint8Array[],
  count: number,
  chance: Chance,
  outcome: Outcome,
): Promise<void> {
  let raw: RawDoor | null = null;
  for (let sent = 0; sent < count; sent++) {
    raw ??= await openRawDoor(here(FUZZED_DOCUMENT), door);
    const fresh = chance.below(2) === 0 ? [freshEdit(door, FUZZED_DOCUMENT, chance)] : frames;
    const frame = mutated(chance.pick(fresh), chance, frames);
    raw.send(frame);
    const end = await raw.heard();
    outcome[end] += 1;
    const edit = editIn(frame, door);
    if (edit) outcome[end === 'heard' ? 'let' : 'refused'].add(hashOf(edit));
    if (end === 'heard') continue;
    raw.close();
    raw = null;
  }
  raw?.close();
}

/** Hashes of every edit the log or the archive holds. */
async function storedEdits(): Promise<string[]> {
  const { db, close } = await openDatabase({ dataDir: program.dataDir });
  const rows = await Promise.all(
    (['document_updates', 'document_archive'] as const).map((table) =>
      db.selectFrom(table).select('bytes').where('document', '=', FUZZED_DOCUMENT).execute(),
    ),
  );
  await close();
  return rows.flat().map(({ bytes }) => hashOf(bytes));
}

it.each([...KEPT_SEEDS, SEED])(
  `${MUTATIONS} changed frames at /collab, /yjs and in presences: the same process, nobody waits, nothing refused is stored (seed %i)`,
  async (seed) => {
    process.stdout.write(`[fuzz] seed ${seed}: SOAK_SEED=${seed} runs it again\n`);
    const writer = startWriter(here(DOCUMENT), 5);
    await until(() => writer.acknowledged.length > 20, 'somebody writes elsewhere');
    const frames = await recordFrames(here(FUZZED_DOCUMENT));
    const presences = frames.yjs.filter((frame) => frame[0] === 1);
    const outcome: Outcome = { heard: 0, closed: 0, silent: 0, refused: new Set(), let: new Set() };
    const waits: number[] = [];
    const watching = setInterval(() => {
      const { length } = writer.written;
      const began = performance.now();
      void until(() => writer.acknowledged.length >= length, 'acknowledged', 60_000).then(() =>
        waits.push(performance.now() - began),
      );
    }, 50);

    const doors: [Door, readonly Uint8Array[]][] = [
      ['collab', frames.collab],
      ['yjs', frames.yjs],
      ['yjs', presences],
    ];
    const share = Math.ceil(MUTATIONS / doors.length / LANES_PER_DOOR);
    await Promise.all(
      doors.flatMap(([door, recorded], index) =>
        Array.from({ length: LANES_PER_DOOR }, (_, lane) =>
          fuzz(door, recorded, share, chanceFrom(seed + 31 * index + 1009 * lane), outcome),
        ),
      ),
    );
    clearInterval(watching);
    writer.rest();
    await until(() => !writer.document.hasUnsentWords(), 'all saved');
    const p95 = waits.sort((a, b) => a - b)[Math.floor(waits.length * 0.95)] ?? 0;
    const { heard, closed, silent } = outcome;
    process.stdout.write(
      `[fuzz] ${heard} let be, ${closed} ended, ${silent} unanswered; p95 ${p95.toFixed(0)} ms\n`,
    );

    expect(p95).toBeLessThan(bearable(250));
    // honest frames came in, others were refused: it was no monologue
    expect(heard).toBeGreaterThan(MUTATIONS / 20);
    expect(closed).toBeGreaterThan(MUTATIONS / 20);
    const { words } = await readWords(here(DOCUMENT));
    expect(lost([writer], words)).toEqual([]);
    await readWords(here(FUZZED_DOCUMENT));
    writer.leave();
    expect(() => process.kill(program.pid, 0)).not.toThrow();
    await program.stop();
    const refused = (edit: string) => outcome.refused.has(edit) && !outcome.let.has(edit);
    const stored = await storedEdits();
    expect(stored.length).toBeGreaterThan(10);
    expect(stored.filter(refused)).toEqual([]);
  },
  LONG ? 6 * 3_600_000 : 120_000,
);
