import { afterAll, beforeAll, expect, it } from 'vitest';
import * as Y from 'yjs';
import { forEachEngine } from '#db/testing.ts';
import type { Database } from './options.ts';
import { isSaved, logRows, startCollab, type TestCollab, textOf, until, write } from './testing.ts';

forEachEngine((engine) => {
  let server: TestCollab;
  beforeAll(async () => {
    server = await startCollab(engine.db, { durations: { compactQuiet: 60_000, compactLongest: 60_000 } });
  });
  afterAll(() => server.stop());

  it('[D1] an edit is in the log before it is called saved, with person, sitting and client id', async () => {
    const name = await server.document('Once ');
    const felicity = await server.person();
    const mine = server.open(name, felicity);
    await until(() => mine.status.get().ready && isSaved(mine), 'opened');
    expect(textOf(mine.doc)).toBe('Once ');
    write(mine, 'upon');
    await until(() => mine.hasUnsentWords() === false, 'sent');
    const rows = await engine.db
      .selectFrom('document_updates')
      .selectAll()
      .where('document', '=', name)
      .orderBy('seq')
      .execute();
    expect(rows).toHaveLength(2);
    expect(rows[1]).toMatchObject({ person_id: felicity.id, client_ids: [mine.doc.clientID], epoch: 1 });
    expect(rows[1]?.sitting).toMatch(/^[0-9a-f-]{36}$/);
    await until(() => isSaved(mine), 'Saved');
  });

  it('two people write in one document and read the same', async () => {
    const name = await server.document();
    const [one, two] = [
      server.open(name, await server.person('Ana')),
      server.open(name, await server.person('Ben')),
    ];
    await until(() => isSaved(one) && isSaved(two), 'both there');
    write(one, 'from Ana ');
    write(two, 'from Ben ');
    await until(() => textOf(one.doc).length === 18 && textOf(one.doc) === textOf(two.doc), 'equal');
    await until(() => isSaved(one) && isSaved(two), 'saved');
    expect(textOf(await server.collab.port.read(name))).toBe(textOf(one.doc));
  });

  it('a reconnect that brings nothing new adds no row', async () => {
    const name = await server.document('there already');
    const felicity = await server.person();
    const first = server.open(name, felicity);
    await until(() => isSaved(first), 'opened');
    first.doc.getText('words').delete(0, 5);
    await until(() => isSaved(first) && !first.hasUnsentWords(), 'deleted');
    const before = await logRows(engine.db, name);
    const again = server.open(name, felicity);
    await until(() => isSaved(again), 'again');
    expect(await logRows(engine.db, name)).toBe(before);
  });

  it('what everyone has left is loaded again from the log', async () => {
    const name = await server.document();
    const person = await server.person();
    const first = server.open(name, person);
    await until(() => isSaved(first), 'opened');
    write(first, 'kept');
    await until(() => isSaved(first) && !first.hasUnsentWords(), 'saved');
    first.close();
    expect(textOf(await server.collab.port.read(name))).toBe('kept');
    const second = server.open(name, person);
    await until(() => textOf(second.doc) === 'kept', 'loaded');
  });

  it('the program edits durably, seen by those who are there', async () => {
    const name = await server.document('a');
    const reader = server.open(name, await server.person());
    await until(() => isSaved(reader), 'opened');
    await server.collab.port.edit(name, null, (doc) => doc.getText('words').insert(1, 'b'));
    await until(() => textOf(reader.doc) === 'ab', 'seen');
    expect(await logRows(engine.db, name)).toBe(2);
  });

  it('[D4] whoever receives an edit finds it in the log already', async () => {
    const name = await server.document();
    const [writer, reader] = [
      server.open(name, await server.person('Ana')),
      server.open(name, await server.person('Ben')),
    ];
    await until(() => isSaved(writer) && isSaved(reader), 'both there');
    const checks: Promise<{ received: string; logged: string }>[] = [];
    reader.doc.on('update', () => {
      const received = textOf(reader.doc);
      checks.push(replayed(engine.db, name).then((logged) => ({ received, logged })));
    });
    for (let word = 0; word < 40; word++) {
      write(writer, `${word} `);
      await until(() => textOf(reader.doc) === textOf(writer.doc), 'received');
    }
    await until(() => !writer.hasUnsentWords(), 'all acknowledged');
    expect(checks.length).toBeGreaterThan(5);
    for (const { received, logged } of await Promise.all(checks))
      expect(logged.startsWith(received)).toBe(true);
  });
});

forEachEngine((engine) => {
  it('[bad input 51] a clock set back by an hour while people write loses nothing and disturbs no order', async () => {
    let setBackMs = 0;
    const clock = { now: () => new Date(Date.now() - setBackMs) };
    const server = await startCollab(engine.db, { clock, durations: { logPoll: 50, compactQuiet: 20 } });
    const name = await server.document();
    const [mine, other] = [
      server.open(name, await server.person('Ana')),
      server.open(name, await server.person('Ben')),
    ];
    await until(() => isSaved(mine) && isSaved(other), 'both there');
    write(mine, 'before ');
    await until(() => textOf(other.doc) === 'before ', 'received');
    setBackMs = 3_600_000;
    write(other, 'after');
    await until(() => !other.hasUnsentWords() && textOf(mine.doc) === 'before after', 'received');
    expect(mine.status.get().reason).toBeNull();
    expect(await replayed(engine.db, name)).toBe('before after');
    await server.stop();
  });
});

/** The words as the log alone tells them. */
const replayed = async (db: Database, name: string): Promise<string> => {
  const doc = new Y.Doc();
  const rows = await db
    .selectFrom('document_updates')
    .select('bytes')
    .where('document', '=', name)
    .orderBy('seq')
    .execute();
  for (const { bytes } of rows) Y.applyUpdate(doc, bytes);
  return textOf(doc);
};
