import type { Document } from '@hocuspocus/server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as Y from 'yjs';
import { appendUpdates } from '#db/documents.ts';
import { withDatabase } from '#db/testing.ts';
import { createLiveDocuments } from './live-documents.ts';
import { catchUp } from './poll-log.ts';
import { startCollab, type TestCollab } from './testing.ts';

withDatabase((engine) => {
  let server: TestCollab;
  beforeAll(async () => {
    server = await startCollab(engine.db);
  });
  afterAll(() => server.stop());

  it('[D4] a row that commits late is found, however often edits asked in between', async () => {
    const name = await server.document();
    const append = async (words: string) => {
      const doc = new Y.Doc();
      doc.getText('late').insert(0, words);
      const bytes = Y.encodeStateAsUpdate(doc);
      const row = {
        document: name,
        person: null,
        sitting: null,
        clientIds: [],
        at: new Date(),
        epoch: 1,
        bytes,
      };
      const [seq = 0] = await appendUpdates(engine.db, [row]);
      return seq;
    };
    const live = createLiveDocuments();
    live.start(name, 0);
    const document = Object.assign(new Y.Doc(), { name }) as unknown as Document;
    const early = await append('early');
    const [hidden] = await engine.db
      .deleteFrom('document_updates')
      .where('seq', '=', early)
      .returningAll()
      .execute();
    await append('later');
    for (let asked = 0; asked < 3; asked++) await catchUp(engine.db, live, document);
    await engine.db
      .insertInto('document_updates')
      .values({ ...hidden, client_ids: '[]' } as never)
      .execute();
    await catchUp(engine.db, live, document, true);
    expect(document.getText('late').toString()).toContain('early');
  });
});
