import 'fake-indexeddb/auto';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { hasUnsentWords, isMarkedUnsent, storeName } from '#collab/client/kept-words.ts';
import { letGoLeft, listLeft } from '#collab/client/left-words.ts';
import { leaveOlderEpochs } from '#collab/client/older-epochs.ts';
import { writeUpName } from '#collab/document/document-names.ts';
import { deleteDocument } from '#db/erasing.ts';
import { withDatabase } from '#db/testing.ts';
import { asId, type ReviewId } from '#domain/ids.ts';
import { isSaved, logRows, startCollab, type TestCollab, until } from './testing.ts';
import { isKept, isRead, seedOneSection, storage, type } from './testing-browser.ts';

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
    const seed = await seedOneSection(server, old);
    const erase = async () => {
      await server.collab.port.create(engine.db, fresh, seed, null, new Date());
      await deleteDocument(engine.db, old);
      server.rights.set(old, 'erased');
      server.collab.port.erased(fresh);
    };
    return { review: review as string, old, fresh, erase };
  };
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

  it('[D14] what two tabs of one person had not sent is left whole: neither takes the other’s words away', async () => {
    const person = await server.person();
    const { old, review, erase } = await aWriteUp();
    const tabs = [server.open(old, person), server.open(old, person)];
    await until(() => tabs.every(isSaved), 'open');
    await erase();
    await until(() => tabs.every((tab) => tab.link.get().phase === 'stopped'), 'closed');
    for (const [at, tab] of tabs.entries()) type(tab.doc, ` Words of tab ${at + 1}.`);
    for (const [at, tab] of tabs.entries()) type(tab.doc, ` More of tab ${at + 1}.`);
    expect(listLeft(person.id, review).map(({ words }) => words)).toEqual([
      'Words of tab 1. More of tab 1.',
      'Words of tab 2. More of tab 2.',
    ]);
    expect(new Set(listLeft(person.id, review).map(({ id }) => id)).size).toBe(2);
  });

  it('[D14] a returning browser keeps its owner’s unsent words apart and wipes the older epoch', async () => {
    const person = await server.person();
    const { old, fresh, review, erase } = await aWriteUp();
    const first = server.open(old, person);
    await until(() => isSaved(first), 'open');
    first.close();
    const offline = server.open(old, person, { url: 'ws://127.0.0.1:9/collab' });
    await until(() => isRead(offline.doc), 'read from here');
    type(offline.doc, ' Typed on the train.');
    await until(() => offline.status.get().saved === 'offline', 'kept');
    offline.close();
    await erase();
    expect(await isKept(storeName(person.id, old))).toBe(true);
    const back = server.open(fresh, person);
    await until(() => back.rescued.get() > 0, 'left words found');
    expect(listLeft(person.id, review)).toMatchObject([{ id: -1, from: old, words: 'Typed on the train.' }]);
    expect(await isKept(storeName(person.id, old))).toBe(false);
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
    await until(() => isKept(storeName(person.id, old)), 'kept');
    localStorage.setItem(`soak:unsent:${storeName(person.id, old)}`, '1');
    const full = vi.spyOn(localStorage, 'setItem').mockImplementation(() => {
      throw new Error('no room');
    });
    expect(await leaveOlderEpochs(person.id, fresh)).toBe(false);
    expect(await isKept(storeName(person.id, old))).toBe(true);
    full.mockRestore();
    localStorage.removeItem(`soak:unsent:${storeName(person.id, old)}`);
    expect(await leaveOlderEpochs(person.id, fresh)).toBe(false);
    expect(await isKept(storeName(person.id, old))).toBe(false);
  });
});
