import 'fake-indexeddb/auto';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { hasUnsentWords, isMarkedUnsent, storeName } from '#collab/client/kept-words.ts';
import { letGoLeft, listLeft } from '#collab/client/left-words.ts';
import { leaveOlderEpochs } from '#collab/client/older-epochs.ts';
import { writeUpName } from '#collab/document/document-names.ts';
import { seedWriteUp } from '#collab/document/seed-write-up.ts';
import { deleteDocument } from '#db/erasing.ts';
import { withDatabase } from '#db/testing.ts';
import { asId, type ReviewId } from '#domain/ids.ts';
import type { Identified } from './options.ts';
import { isSaved, logRows, startCollab, type TestCollab, until } from './testing.ts';

const storage = () => {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (index: number) => [...kept.keys()][index] ?? null,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  };
};

withDatabase((engine) => {
  let server: TestCollab;
  beforeAll(async () => {
    server = await startCollab(engine.db, { durations: { append: 500 } });
  });
  afterAll(() => server.stop());
  beforeEach(() => vi.stubGlobal('localStorage', storage()));

  /** A write-up of one section, and how its words are erased: the rows, then everybody is judged again. */
  const aWriteUp = async () => {
    const review = asId<ReviewId>((await server.document()).split(':')[1] ?? '');
    const [old, fresh] = [writeUpName(review, 1), writeUpName(review, 2)];
    const block = { type: 'text', id: 'a', kind: 'paragraph', level: 1, indent: 0 } as const;
    const sections = [{ id: 's', title: 'One', blocks: [{ ...block, content: [{ text: 'Then.' }] }] }];
    const seed = seedWriteUp({ title: 'T', standfirst: '', sections, findings: [], moments: [] });
    await server.collab.port.edit(old, null, (doc) => Y.applyUpdate(doc, seed));
    const erase = async () => {
      await server.collab.port.create(engine.db, fresh, seed, null, new Date());
      await deleteDocument(engine.db, old);
      server.rights.set(old, 'erased');
      server.collab.port.erased(fresh);
    };
    return { review: review as string, old, fresh, erase };
  };
  const type = (doc: Y.Doc, words: string) => {
    const text = (doc.getXmlFragment('section:s').get(0) as Y.XmlElement).get(0) as Y.XmlText;
    text.insert(text.length, words);
  };
  const stores = async (person: Identified, name: string) =>
    (await indexedDB.databases()).filter((one) => one.name === storeName(person.id, name)).length;

  it('[D14] [bad input 20] open pages of the older epoch are closed by name, and it takes no edit any more', async () => {
    const person = await server.person();
    const { old, fresh, erase } = await aWriteUp();
    const open = server.open(old, person);
    await until(() => isSaved(open), 'open');
    await erase();
    await until(() => open.link.get().phase === 'stopped', 'closed');
    expect(open.link.get().reason?.name).toBe('erased');
    const late = server.open(old, await server.person());
    await until(() => late.link.get().phase === 'stopped', 'refused');
    expect(late.link.get().reason?.name).toBe('erased');
    type(open.doc, ' Late.');
    expect(await logRows(engine.db, old)).toBe(0);
    expect((await server.collab.port.readWriteUp(fresh))?.sections[0]?.blocks).toMatchObject([
      { content: [{ text: 'Then.' }] },
    ]);
  });

  it('[D14] what a page had not sent when words were erased is left for its owner, also what they type a moment longer', async () => {
    const person = await server.person();
    const { old, review, erase } = await aWriteUp();
    const open = server.open(old, person);
    await until(() => isSaved(open), 'open');
    type(open.doc, ' Known.');
    await until(() => isSaved(open) && !open.hasUnsentWords(), 'saved');
    await erase();
    await until(() => open.link.get().phase === 'stopped', 'closed');
    type(open.doc, ' Unsent');
    type(open.doc, ' words.');
    expect(listLeft(person.id, review)).toMatchObject([
      { place: 'section:s', block: 'a', words: 'Unsent words.' },
    ]);
    expect(open.hasUnsentWords()).toBe(false);
    await until(() => open.status.get().saved === 'offline', 'said to be kept here');
    expect(hasUnsentWords(person.id)).toBe(true);
  });

  it('[D14] a returning browser keeps its owner’s unsent words apart and wipes the older epoch', async () => {
    const person = await server.person();
    const { old, fresh, review, erase } = await aWriteUp();
    const first = server.open(old, person);
    await until(() => isSaved(first), 'open');
    first.close();
    const offline = server.open(old, person, { url: 'ws://127.0.0.1:9/collab' });
    await until(() => offline.doc.getXmlFragment('section:s').length === 1, 'read from here');
    type(offline.doc, ' Typed on the train.');
    await until(() => offline.status.get().saved === 'offline', 'kept');
    offline.close();
    await erase();
    expect(await stores(person, old)).toBe(1);
    const back = server.open(fresh, person);
    await until(() => back.rescued.get() > 0, 'left words found');
    expect(listLeft(person.id, review)).toMatchObject([{ id: -1, from: old, words: 'Typed on the train.' }]);
    expect(await stores(person, old)).toBe(0);
    expect(isMarkedUnsent(person.id, old)).toBe(false);
    await until(() => isSaved(back) && !back.hasUnsentWords(), 'the new one is whole and saved');
    letGoLeft(person.id, review, -1);
    expect(hasUnsentWords(person.id)).toBe(false);
  });

  it('[D14] one with nothing unsent is simply wiped; one whose words cannot be kept apart is not', async () => {
    const person = await server.person();
    const { old, fresh } = await aWriteUp();
    const first = server.open(old, person);
    await until(() => isSaved(first), 'open');
    first.close();
    await until(async () => (await stores(person, old)) === 1, 'kept');
    localStorage.setItem(`soak:unsent:${storeName(person.id, old)}`, '1');
    const full = vi.spyOn(localStorage, 'setItem').mockImplementation(() => {
      throw new Error('no room');
    });
    expect(await leaveOlderEpochs(person.id, fresh)).toBe(false);
    expect(await stores(person, old)).toBe(1);
    full.mockRestore();
    localStorage.removeItem(`soak:unsent:${storeName(person.id, old)}`);
    expect(await leaveOlderEpochs(person.id, fresh)).toBe(false);
    expect(await stores(person, old)).toBe(0);
  });
});
