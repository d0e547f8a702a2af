import 'fake-indexeddb/auto';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { hasUnsentWords, storeName } from '#collab/client/kept-words.ts';
import { listLeft } from '#collab/client/left-words.ts';
import { sendKept } from '#collab/client/send-kept.ts';
import { listWordsHere } from '#collab/client/words-here.ts';
import { withDatabase } from '#db/testing.ts';
import { isSaved, logRows, startCollab, type TestCollab, until, webSocketOf } from './testing.ts';
import { isKept, isRead, paragraph, seedOneSection, storage, type } from './testing-browser.ts';

withDatabase((engine) => {
  let server: TestCollab;
  beforeAll(async () => {
    server = await startCollab(engine.db, { durations: { rightsPoll: 50, compactQuiet: 60_000 } });
  });
  afterAll(() => server.stop());
  beforeEach(() => vi.stubGlobal('localStorage', storage()));

  const unreachable = 'ws://127.0.0.1:9/collab';
  const aWriteUp = async () => {
    const name = await server.document();
    await seedOneSection(server, name);
    return { name, review: name.split(':')[1] ?? '' };
  };
  /** Somebody who has had the write-up open, typed without a network and closed the tab. */
  const typedOnTheTrain = async () => {
    const person = await server.person();
    const { name, review } = await aWriteUp();
    const first = server.open(name, person);
    await until(() => isSaved(first), 'open');
    first.close();
    const train = server.open(name, person, { url: unreachable });
    await until(() => isRead(train.doc), 'read from here');
    type(train.doc, ' Typed on the train.');
    await until(() => train.status.get().saved === 'offline', 'kept');
    train.close();
    return { person, name, review };
  };

  it('[P7] what a removed writer had not sent is kept apart for them, and never sent unasked', async () => {
    const { person, name, review } = await typedOnTheTrain();
    server.rights.set(`${person.id} ${name}`, 'read');
    const back = server.open(name, person, { link: { watchdogMs: 100 } });
    await until(() => back.isLeft.get(), 'kept apart');
    expect(listLeft(person.id, review)).toMatchObject([
      { from: name, why: 'closed', block: 'a', words: 'Typed on the train.' },
    ]);
    expect(hasUnsentWords(person.id)).toBe(true);
    expect(await isKept(storeName(person.id, name))).toBe(false);
    back.close();
    const anew = server.open(name, person);
    await until(() => anew.status.get().saved === 'read-only' && isRead(anew.doc), 'as it stands');
    expect(paragraph(anew.doc)).toBe('Then.');
    anew.close();
    server.rights.set(`${person.id} ${name}`, 'write');
    const again = server.open(name, person);
    await until(() => isSaved(again), 'may write again');
    expect(paragraph(again.doc)).toBe('Then.');
    expect(listLeft(person.id, review)).toHaveLength(1);
  });

  it('[P7] a page to read sends what a closed tab left in the browser, or keeps it apart where it is not taken', async () => {
    for (const verdict of ['write', 'read'] as const) {
      const { person, name, review } = await typedOnTheTrain();
      server.rights.set(`${person.id} ${name}`, verdict);
      const isSent = await sendKept(person.id, name, new AbortController().signal, {
        url: server.url,
        link: { WebSocketPolyfill: webSocketOf(person, server.origin) },
      });
      expect(isSent).toBe(verdict === 'write');
      const stored = await server.collab.port.read(name);
      expect(stored && paragraph(stored)).toBe(isSent ? 'Then. Typed on the train.' : 'Then.');
      expect(listLeft(person.id, review)).toHaveLength(isSent ? 0 : 1);
      expect(hasUnsentWords(person.id)).toBe(!isSent);
    }
  });

  it('[D7] words of a write-up that is no longer there for their author can be read in their browser, kept apart or not', async () => {
    const { person, name, review } = await typedOnTheTrain();
    const words = [{ review, words: ['Typed on the train.'] }];
    server.rights.set(name, null);
    const back = server.open(name, person);
    await until(() => back.status.get().reason?.name === 'not-there', 'told');
    back.close();
    expect(listLeft(person.id, review)).toEqual([]);
    expect(await listWordsHere(person.id)).toEqual(words);
    server.rights.set(`${person.id} ${name}`, 'read');
    const reader = server.open(name, person);
    await until(() => reader.isLeft.get(), 'kept apart');
    expect(await listWordsHere(person.id)).toEqual(words);
  });

  it('[P7] words that cannot be kept apart stay in the tab: not called saved, not connected anew again and again', async () => {
    const { person, name } = await typedOnTheTrain();
    server.rights.set(`${person.id} ${name}`, 'read');
    vi.spyOn(localStorage, 'setItem').mockImplementation(() => {
      throw new Error('no room');
    });
    let connections = 0;
    class Counted extends webSocketOf(person, server.origin) {
      constructor(address: string) {
        super(address);
        connections += 1;
      }
    }
    const back = server.open(name, person, { link: { watchdogMs: 60, WebSocketPolyfill: Counted } });
    await until(() => back.link.get().notTaken, 'told');
    await until(() => back.status.get().saved === 'not-saved', 'said');
    // somebody else comes, and is heard on the same connection: several of the watchdog's times
    const other = server.open(name, await server.person('Ana'));
    await until(() => isSaved(other), 'somebody else');
    type(other.doc, ' Ana’s.');
    await until(() => paragraph(back.doc).includes('Ana’s.'), 'heard');
    expect(connections).toBe(1);
    expect(back.unsentWords().map(({ words }) => words)).toEqual(['Typed on the train.']);
    expect(back.isLeft.get()).toBe(false);
  });

  it('[P2] who may not even read any more has their unsent words to copy, called not saved', async () => {
    const person = await server.person();
    const { name } = await aWriteUp();
    const mine = server.open(name, person);
    const saved = server.open(name, await server.person('Ana'));
    await until(() => isSaved(mine) && isSaved(saved), 'open');
    server.rights.set(name, null);
    server.collab.port.rightsChanged();
    await until(() => mine.status.get().reason?.name === 'not-there', 'told');
    type(mine.doc, ' A moment later.');
    await until(() => mine.status.get().saved === 'not-saved', 'said');
    expect(mine.unsentWords()).toMatchObject([{ words: 'A moment later.' }]);
    await until(() => saved.status.get().saved === 'read-only', 'nothing of theirs is missing');
    expect(saved.unsentWords()).toEqual([]);
  });

  it('[P7] a tab does not go on in the name of who has signed in in its browser since', async () => {
    const [grace, amir] = [await server.person('Grace'), await server.person('Amir')];
    const { name } = await aWriteUp();
    const hers = server.open(name, grace);
    await until(() => isSaved(hers), 'open');
    const before = await logRows(engine.db, name);
    server.signedIn.delete(grace.id);
    server.collab.port.rightsChanged();
    await until(() => hers.status.get().reason?.name === 'signed-out', 'signed out');
    type(hers.doc, ' Hers.');
    // the cookie of her browser is Amir's now
    server.signedIn.set(grace.id, amir);
    hers.retry();
    await until(() => hers.link.get().phase !== 'stopped', 'asked');
    await until(() => hers.link.get().phase === 'stopped', 'refused');
    expect(hers.link.get().reason?.name).toBe('signed-out');
    expect(await logRows(engine.db, name)).toBe(before);
    server.signedIn.set(grace.id, grace);
    hers.retry();
    await until(() => isSaved(hers) && !hers.hasUnsentWords(), 'hers again');
  });

  it('[P7] a network that is back brings nobody back who was signed out', async () => {
    const listeners = new Map<string, () => void>();
    vi.stubGlobal('window', {
      addEventListener: (event: string, listener: () => void) => listeners.set(event, listener),
      removeEventListener: (event: string) => listeners.delete(event),
    });
    const person = await server.person();
    const { name } = await aWriteUp();
    const mine = server.open(name, person);
    await until(() => isSaved(mine), 'open');
    server.signedIn.delete(person.id);
    server.collab.port.rightsChanged();
    await until(() => mine.link.get().phase === 'stopped', 'signed out');
    listeners.get('online')?.();
    expect(mine.link.get().phase).toBe('stopped');
    mine.close();
    vi.unstubAllGlobals();
  });
});
