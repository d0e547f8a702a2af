import type { KyselyPlugin } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { forEachEngine } from '#db/testing.ts';
import { isSaved, logRows, startCollab, type TestCollab, textOf, until, write } from './testing.ts';

/** The database as the server sees it: well, refusing, or silent; a silent one still commits. */
let health: 'well' | 'refusing' | 'silent' = 'well';
const illness: KyselyPlugin = {
  transformQuery: ({ node }) => {
    if (health === 'refusing') throw new Error('the database is away');
    return node;
  },
  transformResult: async ({ result }) => {
    if (health === 'silent') await new Promise(() => {});
    return result;
  },
};

forEachEngine((engine) => {
  let server: TestCollab;
  beforeAll(async () => {
    const durations = {
      append: 200,
      load: 1500,
      judge: 300,
      logPoll: 100,
      compactQuiet: 60_000,
      compactLongest: 60_000,
    };
    server = await startCollab(engine.db.withPlugin(illness), { durations });
  });
  afterAll(() => server.stop());

  it.each(['refusing', 'silent'] as const)(
    '[D2] with the database %s nothing is called saved; afterwards everything is there',
    async (illness) => {
      const person = await server.person();
      const mine = server.open(await server.document(), person);
      const other = server.open(mine.name, person);
      await until(() => isSaved(mine) && isSaved(other), 'opened');
      health = illness;
      write(mine, 'typed without a database');
      await until(() => mine.status.get().saved === 'not-saved', 'said so');
      expect(mine.status.get().reason?.name).toBe('cannot-save');
      expect(textOf(other.doc)).toBe('');
      const seen: string[] = [];
      let attempts = 0;
      const stopCounting = mine.link.subscribe(() => {
        if (mine.link.get().phase === 'connecting') attempts += 1;
      });
      const stop = mine.status.subscribe(() => seen.push(mine.status.get().saved));
      await until(() => attempts > 1, 'it has tried again and again');
      stopCounting();
      expect(seen).not.toContain('saved');
      stop();
      health = 'well';
      const back = performance.now();
      await until(() => isSaved(mine) && !mine.hasUnsentWords(), 'saved after all');
      expect(performance.now() - back).toBeLessThan(5000);
      await until(() => textOf(other.doc) === 'typed without a database', 'seen by the other');
      expect(textOf(await server.collab.port.read(mine.name))).toBe('typed without a database');
    },
  );

  it('[D2] opening while the database is away waits, for everyone who asks, and is never "not there"', async () => {
    const name = await server.document('here');
    const people = [await server.person(), await server.person(), await server.person()];
    health = 'refusing';
    const all = people.map((person) => server.open(name, person));
    await until(() => all.every((one) => one.status.get().reason), 'all were told');
    expect(all.map((one) => one.status.get().reason?.remedy)).toEqual(['wait', 'wait', 'wait']);
    health = 'well';
    await until(() => all.every((one) => isSaved(one) && textOf(one.doc) === 'here'), 'open');
  });

  it('[D4] a row committed after its time-out reaches everybody without a further edit', async () => {
    const person = await server.person();
    const mine = server.open(await server.document(), person);
    await until(() => isSaved(mine), 'opened');
    const row = {
      document: mine.name,
      person_id: null,
      sitting: null,
      client_ids: '[]',
      at: new Date(),
      epoch: 1,
    };
    const { Doc, encodeStateAsUpdate } = await import('yjs');
    const late = new Doc();
    late.getText('words').insert(0, 'late');
    await engine.db
      .insertInto('document_updates')
      .values({ ...row, bytes: encodeStateAsUpdate(late) })
      .execute();
    await until(() => textOf(mine.doc) === 'late', 'polled');
    expect(await logRows(engine.db, mine.name)).toBe(2);
  });
});
