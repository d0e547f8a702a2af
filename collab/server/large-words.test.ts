import 'fake-indexeddb/auto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as Y from 'yjs';
import { withDatabase } from '#db/testing.ts';
import type { Identified } from './options.ts';
import { isSaved, startCollab, type TestCollab, textOf, until, write } from './testing.ts';

const LARGE_MS = 20_000;

withDatabase((engine) => {
  let server: TestCollab;
  beforeAll(async () => {
    server = await startCollab(engine.db);
  });
  afterAll(() => server.stop());

  const bytesInLog = async (name: string) => {
    const rows = await engine.db
      .selectFrom('document_updates')
      .select('bytes')
      .where('document', '=', name)
      .execute();
    return rows.map(({ bytes }) => bytes.length);
  };

  /** Words of this browser that nobody else has, as after a day without a network. */
  const offline = (name: string, person: Identified) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    return { mine: server.open(name, person, { link: { first: promise } }), online: resolve };
  };

  it('[D7] millions of letters written offline arrive in parts, and what is typed meanwhile behind them', async () => {
    const { mine, online } = offline(await server.document('Before. '), await server.person());
    for (let paste = 0; paste < 5; paste++) write(mine, `${paste}`.repeat(500_000));
    online();
    // each of these builds on what is still on its way
    for (let word = 0; word < 30; word++) {
      write(mine, ` word ${word}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await until(() => isSaved(mine) && !mine.hasUnsentWords(), 'saved', LARGE_MS);
    const stored = await bytesInLog(mine.name);
    expect(stored.reduce((sum, bytes) => sum + bytes, 0)).toBeGreaterThan(2_500_000);
    expect(Math.max(...stored)).toBeLessThan(1_000_000);
    expect(mine.status.get().reason).toBeNull();
    expect(textOf(await server.collab.port.read(mine.name))).toBe(textOf(mine.doc));
    expect(textOf(mine.doc)).toContain(' word 29');
  });

  it('[D4] "Saved" is not said before the last part of a large edit is in the log', async () => {
    const mine = server.open(await server.document(), await server.person());
    await until(() => isSaved(mine), 'opened');
    const rowsWhenSaved: Promise<number[]>[] = [];
    mine.status.subscribe(() => isSaved(mine) && rowsWhenSaved.push(bytesInLog(mine.name)));
    write(mine, 'line of a log file\n'.repeat(170_000));
    await until(() => rowsWhenSaved.length > 0 && !mine.hasUnsentWords(), 'saved', LARGE_MS);
    const stored = (await rowsWhenSaved[0]) ?? [];
    expect(stored.reduce((sum, bytes) => sum + bytes, 0)).toBeGreaterThan(3_200_000);
    expect(stored.length).toBeGreaterThan(10);
  });

  it('[bad input 16] last words a full document refused are taken out again, and it is saved without a reload', async () => {
    const full = await startCollab(engine.db, { caps: { documentBytes: 1000 } });
    const mine = full.open(await full.document('x'.repeat(700)), await full.person());
    await until(() => isSaved(mine), 'opened');
    const undo = new Y.UndoManager(mine.doc.getText('words'));
    write(mine, 'y'.repeat(400));
    await until(() => mine.status.get().reason?.name === 'document-full', 'refused');
    undo.undo();
    mine.retry();
    await until(() => isSaved(mine) && !mine.hasUnsentWords(), 'saved without them');
    write(mine, ' and on');
    await until(() => isSaved(mine) && !mine.hasUnsentWords(), 'goes on');
    expect(textOf(await full.collab.port.read(mine.name))).toBe(`${'x'.repeat(700)} and on`);
    await full.stop();
  });
});
