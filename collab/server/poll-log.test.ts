import type { Document } from '@hocuspocus/server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as Y from 'yjs';
import { appendUpdates } from '#db/documents.ts';
import { withDatabase } from '#db/testing.ts';
import { compactDocument } from './compaction/compact-document.server.ts';
import { createLiveDocuments } from './live-documents.ts';
import { catchUp, catchUpWith } from './poll-log.ts';
import { startCollab, type TestCollab } from './testing.ts';

withDatabase((engine) => {
  let server: TestCollab;
  beforeAll(async () => {
    server = await startCollab(engine.db);
  });
  afterAll(() => server.stop());

  const append = async (document: string, words: string) => {
    const doc = new Y.Doc();
    doc.getText('late').insert(0, words);
    const bytes = Y.encodeStateAsUpdate(doc);
    const row = { document, person: null, sitting: null, clientIds: [], at: new Date(), epoch: 1, bytes };
    const [seq = 0] = await appendUpdates(engine.db, [row]);
    return seq;
  };
  const open = async (lateCommitMs: number) => {
    const name = await server.document();
    const live = createLiveDocuments();
    live.start(name, 0);
    const document = Object.assign(new Y.Doc(), { name }) as unknown as Document;
    const options = { db: engine.db, live, lateCommitMs };
    return { name, document, options, look: () => catchUp(options, document) };
  };
  const wordsOf = (document: Document) => document.getText('late').toString();

  it('[D4] a row that commits late is found, however often was looked in between', async () => {
    const { name, document, look } = await open(60_000);
    const early = await append(name, 'early');
    const [hidden] = await engine.db
      .deleteFrom('document_updates')
      .where('seq', '=', early)
      .returningAll()
      .execute();
    await append(name, 'later');
    for (let looked = 0; looked < 3; looked++) await look();
    await engine.db
      .insertInto('document_updates')
      .values({ ...hidden, client_ids: '[]' } as never)
      .execute();
    await look();
    expect(wordsOf(document)).toContain('early');
  });

  it('[D6] what another node has compacted since is found, also where numbers are too old to be late', async () => {
    const { name, document, look } = await open(0);
    await append(name, 'one');
    for (let looked = 0; looked < 3; looked++) await look();
    await append(name, 'two');
    expect(await compactDocument(engine.db, name, 5000, () => {})).not.toBeNull();
    await look();
    expect(wordsOf(document)).toContain('two');
    await append(name, 'three');
    expect(await compactDocument(engine.db, name, 5000, () => {})).not.toBeNull();
    await append(name, 'four');
    await look();
    for (const words of ['one', 'two', 'three', 'four']) expect(wordsOf(document)).toContain(words);
  });

  it('[D6] after another node’s compaction the size of log and document is known anew', async () => {
    const { name, options, look } = await open(60_000);
    for (const words of ['one', 'two']) await append(name, words);
    await look();
    expect(options.live.get(name)?.rows).toBe(3);
    await compactDocument(engine.db, name, 5000, () => {});
    await append(name, 'three');
    await look();
    expect(options.live.get(name)?.rows).toBe(1);
  });

  it('[D6] a row named by another node is read by its number, and what it builds on with it', async () => {
    const { name, document, options } = await open(60_000);
    const doc = new Y.Doc();
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    for (const word of ['first ', 'second']) doc.getText('late').insert(doc.getText('late').length, word);
    const row = { document: name, person: null, sitting: null, clientIds: [], at: new Date(), epoch: 1 };
    const seqs = await appendUpdates(
      engine.db,
      updates.map((bytes) => ({ ...row, bytes })),
    );
    await catchUpWith(options, document, seqs.slice(1));
    expect(wordsOf(document)).toBe('first second');
    expect(document.store.pendingStructs).toBeNull();
    const foreign = await append(await server.document(), 'of another document');
    await catchUpWith(options, document, [foreign]);
    expect(wordsOf(document)).toBe('first second');
  });
});
