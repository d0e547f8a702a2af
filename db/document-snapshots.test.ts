import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { aReview } from '../server/soak/testing.ts';
import {
  insertSnapshotPart,
  listSnapshotParts,
  prepareGeneration,
  takeIntoSnapshot,
} from './document-snapshots.ts';
import { insertDocument } from './documents.ts';
import { forEachEngine } from './testing.ts';

const words = (text: string) => new TextEncoder().encode(text);
const hashOf = (text: string) => createHash('sha256').update(text).digest();

forEachEngine((engine) => {
  const aDocument = async () => {
    const { review } = await aReview(engine.db);
    const document = `write-up:${review}:1`;
    await insertDocument(engine.db, { name: document, review, epoch: 1, at: new Date() });
    const put = (part: number, text: string) =>
      insertSnapshotPart(engine.db, { document, generation: 1, part, bytes: words(text) });
    const take = (text: string) =>
      engine.db.transaction().execute((tx) => {
        const taken = { document, from: 0, to: 1, hash: hashOf(text), bytes: text.length, seqs: [] };
        return takeIntoSnapshot(tx, taken);
      });
    const read = async () =>
      (await listSnapshotParts(engine.db, document, 1)).map((bytes) => new TextDecoder().decode(bytes));
    return { document, put, take, read };
  };

  it('[D8] a compaction of another program that comes too late touches nothing of the one in use', async () => {
    const { document, put, take, read } = await aDocument();
    expect(await prepareGeneration(engine.db, document, 0)).toBe(1);
    await put(0, 'all ');
    await put(1, 'words');
    expect(await take('all words')).toBe(true);
    expect(await prepareGeneration(engine.db, document, 0)).toBeNull();
    expect(await put(2, 'stray')).toBe(false);
    expect(await take('all words')).toBe(false);
    expect(await read()).toEqual(['all ', 'words']);
  });

  it('[D8] two at once never mix their parts into one snapshot', async () => {
    const { document, put, take } = await aDocument();
    await prepareGeneration(engine.db, document, 0);
    await put(0, 'all ');
    await prepareGeneration(engine.db, document, 0);
    await put(1, 'words');
    await expect(take('all words')).rejects.toThrow();
    expect(await prepareGeneration(engine.db, document, 0)).toBe(1);
  });
});
