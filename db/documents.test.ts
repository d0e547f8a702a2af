import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { aReview } from '../server/soak/testing.ts';
import {
  appendUpdates,
  commitSoonOrNever,
  findLogPosition,
  insertDocument,
  listUpdates,
} from './documents.ts';
import { forEachEngine, onPostgres } from './testing.ts';

forEachEngine((engine) => {
  const aDocument = async (): Promise<string> => {
    const { review } = await aReview(engine.db);
    const name = `write-up:${review}:1`;
    await insertDocument(engine.db, { name, review, epoch: 1, at: new Date() });
    return name;
  };
  const append = (document: string, edits: readonly Uint8Array[]) =>
    appendUpdates(
      engine.db,
      edits.map((bytes) => ({
        document,
        person: null,
        sitting: null,
        clientIds: [],
        at: new Date(),
        epoch: 1,
        bytes,
      })),
    );

  it('[D1] log rows come back byte for byte, in order, page by page', async () => {
    const name = await aDocument();
    expect(await listUpdates(engine.db, name, 0, 10)).toEqual([]);
    const edits = [[0, 255, 10], [], [39, 92, 0], [7]].map((bytes) => Uint8Array.from(bytes));
    const seqs = await append(name, edits);
    const first = await listUpdates(engine.db, name, 0, 3);
    const rest = await listUpdates(engine.db, name, first.at(-1)?.seq ?? 0, 3);
    const read = [...first, ...rest];
    expect(read.map(({ seq }) => seq)).toEqual(seqs);
    expect(read.map(({ bytes }) => [...bytes])).toEqual(edits.map((bytes) => [...bytes]));
  });

  it('[D9] a page of the log ends with the row that makes it long enough, and holds one at least', async () => {
    const name = await aDocument();
    const lengths = [10, 200, 10, 10, 300];
    const seqs = await append(
      name,
      lengths.map((length) => new Uint8Array(length)),
    );
    const pages: number[] = [];
    for (let read = 0; read < seqs.length; read += pages.at(-1) ?? 1)
      pages.push((await listUpdates(engine.db, name, seqs[read - 1] ?? 0, 10, 100)).length);
    expect(pages).toEqual([2, 3]);
  });

  it('[D4] a position stands still exactly as long as the log does', async () => {
    const name = await aDocument();
    const positions = [await findLogPosition(engine.db, name), await findLogPosition(engine.db, name)];
    expect(positions[0]).toBe(positions[1]);
    await append(name, [Uint8Array.of(1)]);
    positions.push(await findLogPosition(engine.db, name));
    expect(positions[2]).not.toBe(positions[1]);
    expect(await findLogPosition(engine.db, 'write-up:none:1')).toBeNull();
  });
});

onPostgres((engine) => {
  it('[D4] a transaction that has numbered a row and stands still is ended, long before its number counts as gone', async () => {
    const waiting = engine.db.transaction().execute(async (tx) => {
      await commitSoonOrNever(tx);
      await sql`select pg_sleep(30)`.execute(tx);
    });
    await expect(waiting).rejects.toMatchObject({ code: '57014' });
    const paused = engine.db.transaction().execute(async (tx) => {
      await commitSoonOrNever(tx);
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
      const isThere = async () =>
        (await sql`select 1 from pg_stat_activity where pid = ${rows[0]?.pid}`.execute(engine.db)).rows
          .length > 0;
      await expect.poll(isThere, { timeout: 10_000 }).toBe(false);
    });
    await expect(paused).rejects.toThrow();
  });
});
