import { randomUUID } from 'node:crypto';
import { availableParallelism, loadavg } from 'node:os';
import { sql } from 'kysely';
import { expect, test, vi } from 'vitest';
import { withDatabase } from '../testing.ts';
import { readBackup } from './read-backup.ts';
import { watchChanges } from './watch-changes.ts';

vi.setConfig({ testTimeout: 120_000 });

withDatabase((engine) => {
  test('[D11] a backup holds the embedded database for at most 250 ms at a time, a picture of ten megabytes in it; others write meanwhile with p95 ≤ 50 ms', async () => {
    const { db } = engine;
    const busy = (loadavg()[0] ?? 0) > 2 * availableParallelism() ? 3 : 1;
    await sql`insert into teams (id, name) select gen_random_uuid(), repeat('team ', 20) || n from generate_series(1, 30000) n`.execute(
      db,
    );
    await sql`create table pictures (id int primary key, bytes bytea)`.execute(db);
    await watchChanges(db);
    const picture = likeJpeg(10 * 1024 * 1024);
    await sql`insert into pictures values (1, ${picture})`.execute(db);

    let isReading = true;
    const waits: number[] = [];
    const writing = (async () => {
      while (isReading) {
        const began = performance.now();
        await sql`insert into teams (id, name) values (${randomUUID()}, ${randomUUID()})`.execute(db);
        waits.push(performance.now() - began);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    })();
    let held = { pieceMs: 0, lastMs: 0 };
    const reading = readBackup(db, {
      id: randomUUID(),
      at: new Date(),
      onHeld: (longest) => (held = longest),
    });
    let pieces = 0;
    for await (const _ of reading) pieces++;
    isReading = false;
    await writing;

    const p95 = waits.sort((a, b) => a - b)[Math.floor(waits.length * 0.95)] ?? Number.NaN;
    process.stdout.write(
      `[D11] ${pieces} pieces, the longest ${held.pieceMs.toFixed(0)} ms, the last transaction ${held.lastMs.toFixed(0)} ms; ${waits.length} writes meanwhile, p95 ${p95.toFixed(1)} ms\n`,
    );
    expect(held.pieceMs).toBeLessThanOrEqual(250 * busy);
    expect(held.lastMs).toBeLessThanOrEqual(250 * busy);
    expect(waits.length).toBeGreaterThan(10);
    expect(p95).toBeLessThanOrEqual(50 * busy);
  });
});

/** Pictures come compressed: nothing in them repeats, and the database keeps them as they are. */
function likeJpeg(bytes: number): Uint8Array {
  let state = 1;
  return new Uint8Array(bytes).map(() => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  });
}
