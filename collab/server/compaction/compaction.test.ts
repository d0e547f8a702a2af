import { afterAll, beforeAll, expect, it } from 'vitest';
import { forEachEngine } from '#db/testing.ts';
import { isSaved, logRows, startCollab, type TestCollab, textOf, until, write } from '../testing.ts';
import type { CompactionStep } from './compact-document.server.ts';

forEachEngine((engine) => {
  let server: TestCollab;
  const steps: CompactionStep[] = [];
  const compacted: string[] = [];
  let failAt: CompactionStep | null = null;
  let meanwhile: (() => Promise<void>) | null = null;
  beforeAll(async () => {
    server = await startCollab(engine.db, {
      durations: { compactQuiet: 60, compactLongest: 200 },
      onCompactionStep: async (_name, step) => {
        steps.push(step);
        if (step === 'built') await meanwhile?.();
        if (step === failAt) throw new Error(`stopped after ${step}`);
      },
      onCompacted: async (_name, doc) => void compacted.push(textOf(doc)),
    });
  });
  afterAll(() => server.stop());

  const archived = async (name: string) =>
    engine.db
      .selectFrom('document_archive')
      .selectAll()
      .where('document', '=', name)
      .orderBy('seq')
      .execute();
  const opened = async () => {
    const mine = server.open(await server.document('At first. '), await server.person());
    await until(() => isSaved(mine), 'opened');
    return mine;
  };

  it('[D8] log rows become a snapshot and an archive by sitting; the words stay the same', async () => {
    const mine = await opened();
    for (const word of ['one ', 'two ', 'three']) write(mine, word);
    await until(async () => (await logRows(engine.db, mine.name)) === 0, 'compacted');
    await until(() => compacted.includes(textOf(mine.doc)), 'derived');
    const rows = await archived(mine.name);
    expect(rows).toHaveLength(4);
    expect(rows.slice(1).every(({ sitting }) => sitting !== null && sitting === rows[1]?.sitting)).toBe(true);
    write(mine, ' and on');
    await until(() => !mine.hasUnsentWords(), 'acknowledged');
    const words = textOf(mine.doc);
    mine.close();
    await until(async () => (await logRows(engine.db, mine.name)) === 0, 'compacted again');
    expect(textOf(await server.collab.port.read(mine.name))).toBe(words);
    expect(
      await engine.db
        .selectFrom('document_snapshot_parts')
        .select('generation')
        .distinct()
        .where('document', '=', mine.name)
        .execute(),
    ).toHaveLength(1);
  });

  it('[D8] closing cuts a compaction’s thread off: it goes no further, and everything stays in the log', async () => {
    const seen: CompactionStep[] = [];
    let closing: Promise<void> | null = null;
    const other = await startCollab(engine.db, {
      durations: { compactQuiet: 60, compactLongest: 200 },
      onCompactionStep: (_name, step) => {
        seen.push(step);
        closing ??= other.collab.close();
      },
    });
    const mine = other.open(await other.document('At first. '), await other.person());
    await until(() => isSaved(mine), 'opened');
    write(mine, 'one');
    await until(() => closing !== null, 'a compaction began');
    await closing;
    await other.stop();
    expect(seen).toEqual(['read']);
    expect(await logRows(engine.db, mine.name)).toBe(2);
    expect(other.errors).toEqual([]);
  });

  it.each(['read', 'built', 'written', 'moving', 'moved'] as const)(
    '[D8] stopped after "%s" nothing is lost, and the next one succeeds',
    async (step) => {
      failAt = step;
      const mine = await opened();
      write(mine, `stopped after ${step}`);
      await until(() => !mine.hasUnsentWords(), 'acknowledged');
      steps.length = 0;
      await until(() => steps.includes(step), 'stopped');
      expect(textOf(await server.collab.port.read(mine.name))).toBe(`At first. stopped after ${step}`);
      failAt = null;
      write(mine, '!');
      await until(() => !mine.hasUnsentWords(), 'acknowledged again');
      await until(async () => (await logRows(engine.db, mine.name)) === 0, 'compacted');
      mine.close();
      expect(textOf(await server.collab.port.read(mine.name))).toBe(`At first. stopped after ${step}!`);
      expect(await archived(mine.name)).toHaveLength(3);
    },
  );

  it('[D8] a row that arrives meanwhile stays in the log', async () => {
    const mine = await opened();
    meanwhile = async () => {
      meanwhile = null;
      await server.collab.port.edit(mine.name, null, (doc) => doc.getText('words').insert(0, 'Meanwhile: '));
    };
    write(mine, 'typed');
    await until(() => meanwhile === null && textOf(mine.doc).startsWith('Meanwhile'), 'arrived');
    mine.close();
    expect(textOf(await server.collab.port.read(mine.name))).toBe('Meanwhile: At first. typed');
    await until(async () => (await logRows(engine.db, mine.name)) === 0, 'taken in later');
    expect(textOf(await server.collab.port.read(mine.name))).toBe('Meanwhile: At first. typed');
  });
});
