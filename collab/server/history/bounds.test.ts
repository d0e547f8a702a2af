import type { KyselyPlugin } from 'kysely';
import { afterAll, expect, it } from 'vitest';
import { findHistoryReach } from '#db/document-chapters.ts';
import { LAST_SEQ, listHistoryRows } from '#db/document-history.ts';
import { forEachEngine } from '#db/testing.ts';
import { aReview } from '../../../server/soak/testing.ts';
import { createHistory } from './create-history.ts';
import { createHistoryThread } from './history-thread.server.ts';
import { keepChapter } from './keep-chapter.ts';
import { HistoryTooLong, readSources } from './read-sources.ts';
import { aWrittenDocument, paragraph, textIn } from './testing.ts';

forEachEngine((engine) => {
  const errors: unknown[] = [];
  const log = { info: () => {}, error: (_: string, error: unknown) => void errors.push(error) };
  const opened: { close(): Promise<void> }[] = [];
  afterAll(async () => {
    for (const one of opened) await one.close();
    expect(errors).toEqual([]);
  });

  const written = async () => {
    const field = await aReview(engine.db);
    const document = await aWrittenDocument(engine.db, field.review, field.analyst.id, {
      title: 'A wrong host',
      sections: [
        { id: 's1', title: 'The errand', blocks: [paragraph('b1', 'The copy was running.')] },
        { id: 's2', title: 'The night', blocks: [paragraph('b2', 'Nobody slept.')] },
      ],
    });
    const history = createHistory({ db: engine.db, clock: document.clock, log });
    opened.push(history);
    return { ...document, history, amir: document.writer(field.analyst.id) };
  };

  it('[P13] whoever is one too many is told before anything is read for them, and one version is read at a time', async () => {
    const { document, amir, clock } = await written();
    const last = await amir.edits((doc) => textIn(doc, 'section:s1').insert(0, 'At five, '));
    let asked = 0;
    const counting: KyselyPlugin = {
      transformQuery: ({ node }) => {
        asked += 1;
        return node;
      },
      transformResult: async ({ result }) => result,
    };
    const history = createHistory({ db: engine.db.withPlugin(counting), clock, log });
    opened.push(history);
    const waiting = Array.from({ length: 20 }, () => history.port.show(document, last));
    const refused = await Promise.allSettled(waiting.slice(16));
    expect(asked).toBeLessThan(16);
    expect(refused.map(({ status }) => status)).toEqual(Array(4).fill('rejected'));
    for (const version of await Promise.all(waiting.slice(0, 16)))
      expect(JSON.stringify(version)).toContain('At five, ');
  });

  it('[P13] a chapter half written by a kill is no chapter: versions read from rows, and it is written anew', async () => {
    const { document, history, amir, first, pass, clock } = await written();
    await amir.edits((doc) => textIn(doc, 'section:s1').insert(0, 'x'.repeat(150_000)));
    const last = await amir.edits((doc) => textIn(doc, 'section:s2').insert(0, 'At five, '));
    pass(5);
    const asked = () =>
      Promise.all([history.port.show(document, last), history.port.compare(document, first, last)]);
    const rowsAlone = await asked();
    let parts = 0;
    const killing: KyselyPlugin = {
      transformQuery: ({ node }) => {
        if (JSON.stringify(node).includes('document_chapters') && node.kind === 'InsertQueryNode') parts += 1;
        if (parts === 2) throw new Error('killed');
        return node;
      },
      transformResult: async ({ result }) => result,
    };
    const thread = createHistoryThread(1000);
    opened.push(thread);
    const keeping = { db: engine.db, thread, now: () => clock.now(), leastRows: 2 };
    await expect(keepChapter({ ...keeping, db: engine.db.withPlugin(killing) }, document)).rejects.toThrow(
      'killed',
    );
    expect(await findHistoryReach(engine.db, document)).toMatchObject({ toSeq: 0 });
    expect(await asked()).toEqual(rowsAlone);
    await keepChapter(keeping, document);
    expect(await findHistoryReach(engine.db, document)).toMatchObject({ toSeq: last });
    expect(await asked()).toEqual(rowsAlone);
  });

  it('closing waits for the chapter that is being kept', async () => {
    const { document, amir, history } = await written();
    await amir.edits((doc) => textIn(doc, 'section:s1').insert(0, 'At five, '));
    history.ask(document);
    let isDone = false;
    void history.keepAll().then(() => {
      isDone = true;
    });
    await history.close();
    expect(isDone).toBe(true);
  });

  it('[P13] a long history is read in pages of so many bytes, and one too long for any machine is refused', async () => {
    const { document, amir } = await written();
    const long = 'x'.repeat(1000);
    for (let edit = 0; edit < 6; edit++) await amir.edits((doc) => textIn(doc, 'section:s1').insert(0, long));
    const page = { after: 0, upTo: LAST_SEQ, limit: 100 };
    const all = await listHistoryRows(engine.db, document, { ...page, bytes: 1_000_000 });
    const some = await listHistoryRows(engine.db, document, { ...page, bytes: 2500 });
    expect(some.length).toBeGreaterThan(1);
    expect(some).toEqual(all.slice(0, some.length));
    expect(await listHistoryRows(engine.db, document, { ...page, bytes: 1 })).toEqual(all.slice(0, 1));
    const reading = { after: 0, upTo: LAST_SEQ, pageBytes: 2500 };
    expect((await readSources(engine.db, document, reading)).rows).toEqual(all);
    const few = readSources(engine.db, document, { ...reading, mostBytes: 5000 });
    await expect(few).rejects.toThrow(HistoryTooLong);
  });
});
