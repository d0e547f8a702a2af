import { expect, it } from 'vitest';
import { aReview } from '../server/soak/testing.ts';
import { appendUpdates, findLogPosition, insertDocument, listUpdates } from './documents.ts';
import { forEachEngine } from './testing.ts';

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
