import { afterAll, beforeAll, expect, it } from 'vitest';
import * as Y from 'yjs';
import { WORDS } from '#collab/document/field-names.ts';
import { appendUpdates } from '#db/documents.ts';
import { forEachEngine } from '#db/testing.ts';
import type { PersonId } from '#domain/ids.ts';
import { compactDocument } from './compaction/compact-document.server.ts';
import { isSaved, logRows, startCollab, type TestCollab, until } from './testing.ts';

forEachEngine((engine) => {
  let server: TestCollab;
  beforeAll(async () => {
    server = await startCollab(engine.db, { durations: { compactQuiet: 60_000, compactLongest: 60_000 } });
  });
  afterAll(() => server.stop());

  const titleOf = async (name: string) => (await server.collab.port.readWriteUp(name))?.title;

  it('[D4] a reading page is read once, and anew after each acknowledged edit', async () => {
    const name = await server.document();
    const mine = server.open(name, await server.person());
    await until(() => mine.status.get().ready && isSaved(mine), 'opened');
    expect(await titleOf(name)).toBe('');
    retitle(mine.doc, 'A slow morning');
    await until(() => isSaved(mine) && !mine.hasUnsentWords(), 'saved');
    expect(await titleOf(name)).toBe('A slow morning');
    const [one, two] = [
      await server.collab.port.readWriteUp(name),
      await server.collab.port.readWriteUp(name),
    ];
    expect(one).toBe(two);
  });

  it('[D4] an edit another node has stored is read, whether the document is open here or not', async () => {
    for (const open of [false, true]) {
      const name = await server.document();
      if (open) {
        const mine = server.open(name, await server.person());
        await until(() => mine.status.get().ready && isSaved(mine), 'opened');
      }
      expect(await titleOf(name)).toBe('');
      await storedElsewhere(name, 'Written on another node');
      expect(await titleOf(name)).toBe('Written on another node');
    }
  });

  it('[D8] a compaction changes nothing of what is read', async () => {
    const name = await server.document();
    await storedElsewhere(name, 'Kept');
    expect(await titleOf(name)).toBe('Kept');
    await compactDocument(engine.db, name, 1000, () => {});
    expect(await logRows(engine.db, name)).toBe(0);
    expect(await titleOf(name)).toBe('Kept');
  });

  it('what does not exist, or could not be read, is not kept', async () => {
    expect(await titleOf(`write-up:${crypto.randomUUID()}:1`)).toBeUndefined();
  });

  const storedElsewhere = (name: string, title: string) => {
    const doc = new Y.Doc();
    retitle(doc, title);
    const bytes = Y.encodeStateAsUpdate(doc);
    const row = { document: name, person: null as PersonId | null, sitting: null, clientIds: [] };
    return appendUpdates(engine.db, [{ ...row, at: new Date(), epoch: 1, bytes }]);
  };
});

const retitle = (doc: Y.Doc, title: string) => {
  const block = new Y.XmlElement('block');
  block.insert(0, [new Y.XmlText(title)]);
  doc.getXmlFragment(WORDS.title).insert(0, [block]);
};
