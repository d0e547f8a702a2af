import 'fake-indexeddb/auto';
import { forceCloseDatabase } from 'fake-indexeddb';
import { afterAll, beforeAll, beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { WebSocket } from 'ws';
import { hasUnsentWords, storeName, wipeKept } from '#collab/client/kept-words.ts';
import { withDatabase } from '#db/testing.ts';
import { isSaved, startCollab, type TestCollab, textOf, until, write } from './testing.ts';
import { keptDocument, storage } from './testing-browser.ts';

withDatabase((engine) => {
  let server: TestCollab;
  beforeAll(async () => {
    server = await startCollab(engine.db);
  });
  afterAll(() => server.stop());
  beforeEach(() => vi.stubGlobal('localStorage', storage()));

  const keptWords = async (person: { id: string }, name: string) =>
    textOf(await keptDocument(storeName(person.id, name)));

  const unreachable = 'ws://127.0.0.1:9/collab';

  it('[D7] words typed offline are kept here, and sent when the document is opened again', async () => {
    const person = await server.person();
    const name = await server.document('Before. ');
    const first = server.open(name, person);
    await until(() => isSaved(first), 'opened');
    first.close();
    const offline = server.open(name, person, { url: unreachable });
    await until(() => textOf(offline.doc) === 'Before. ', 'read from here');
    expect(offline.status.get().ready).toBe(false);
    write(offline, 'Typed on the train.');
    await until(() => offline.status.get().saved === 'offline', 'said so');
    expect(offline.status.get().words).toBe('Offline, kept here');
    expect(hasUnsentWords(person.id)).toBe(true);
    await until(async () => (await keptWords(person, name)) === 'Before. Typed on the train.', 'kept');
    offline.close();
    const back = server.open(name, person);
    await until(() => isSaved(back) && !back.hasUnsentWords(), 'sent');
    expect(textOf(await server.collab.port.read(name))).toBe('Before. Typed on the train.');
    expect(hasUnsentWords(person.id)).toBe(false);
  });

  it('[D2] where the browser says that the network is gone, it is told at once, never "Not saved" of words that are kept here', async () => {
    const browser = new EventTarget();
    vi.stubGlobal('window', browser);
    onTestFinished(() => void vi.unstubAllGlobals());
    const person = await server.person();
    const name = await server.document('Before. ');
    const open = server.open(name, person);
    await until(async () => isSaved(open) && (await keptWords(person, name)) === 'Before. ', 'kept here');
    const said: string[] = [];
    open.status.subscribe(() => said.push(open.status.get().saved));
    server.signedIn.delete(person.id); // no attempt comes through
    browser.dispatchEvent(new Event('offline'));
    write(open, 'In a tunnel.');
    expect(open.link.get()).toMatchObject({ phase: 'connecting', reason: null });
    await until(() => open.status.get().saved === 'offline', 'said so');
    server.signedIn.set(person.id, person);
    browser.dispatchEvent(new Event('online'));
    await until(() => isSaved(open) && !open.hasUnsentWords(), 'sent');
    expect(said).not.toContain('not-saved');
  });

  it('[D7] after sign-out nothing of the person is left in the browser', async () => {
    const person = await server.person();
    const name = await server.document('secret');
    const mine = server.open(name, person);
    await until(async () => isSaved(mine) && (await keptWords(person, name)) === 'secret', 'kept');
    mine.close();
    await wipeKept(person.id);
    expect((await indexedDB.databases()).filter((db) => db.name?.includes(person.id))).toEqual([]);
  });

  it('[D7] of two tabs of one person, the one that is saved says nothing of what the other could not send', async () => {
    const person = await server.person();
    const name = await server.document('Before. ');
    const saved = server.open(name, person);
    await until(async () => isSaved(saved) && (await keptWords(person, name)) === 'Before. ', 'one is there');
    const cut = server.open(name, person, { url: unreachable });
    await until(() => textOf(cut.doc) === 'Before. ', 'the other reads from here');
    write(cut, 'Only here. ');
    await until(async () => (await keptWords(person, name)).includes('Only here.'), 'kept');
    cut.close();
    write(saved, 'Sent. ');
    await until(() => isSaved(saved) && !saved.hasUnsentWords(), 'saved');
    expect(hasUnsentWords(person.id)).toBe(true);
    saved.close();
    const back = server.open(name, person);
    await until(() => isSaved(back) && !back.hasUnsentWords(), 'sent by the next');
    const read = textOf(await server.collab.port.read(name));
    expect(read).toContain('Only here.');
    expect(read).toContain('Sent.');
    expect(hasUnsentWords(person.id)).toBe(false);
  });

  it('[D7] a tab that is still open and cut off says so again, when another has sent what it read of it', async () => {
    const person = await server.person();
    const name = await server.document('Before. ');
    const cut = server.open(name, person, { url: unreachable });
    write(cut, 'First. ');
    await until(async () => (await keptWords(person, name)) === 'First. ', 'kept');
    const saved = server.open(name, person);
    await until(() => isSaved(saved) && !saved.hasUnsentWords(), 'sent by another tab');
    write(cut, 'Second. ');
    cut.close();
    expect(hasUnsentWords(person.id)).toBe(true);
  });

  it('[D7] a tab whose kept words were wiped by another’s sign-out goes on, and no longer says they are kept', async () => {
    const person = await server.person();
    const name = await server.document();
    const cut = server.open(name, person, { url: unreachable });
    write(cut, 'Only here.');
    await until(() => cut.status.get().saved === 'offline', 'kept');
    await wipeKept(person.id);
    await until(() => cut.status.get().saved === 'not-saved', 'said');
    write(cut, ' And more.');
    expect(textOf(cut.doc)).toBe('Only here. And more.');
    expect(hasUnsentWords(person.id)).toBe(false);
  });

  /** Ways in which a browser takes its storage away from a page that is open, from the next word on. */
  const takenAway: [string, (opened: readonly IDBDatabase[]) => void][] = [
    ['is cleared', (opened) => opened.forEach((db) => void forceCloseDatabase(db as never))],
    ['is closed without a word', (opened) => opened.forEach((db) => void db.close())],
    ['takes nothing more, as a full disk does', () => abortsEach()],
  ];
  const abortsEach = () =>
    vi.spyOn(IDBTransaction.prototype, 'commit').mockImplementation(function (this: IDBTransaction) {
      this.abort();
    });

  it.each(takenAway)(
    '[D7] a page whose browser’s storage %s sends what is typed and hears the others; without a network it says “Not saved”',
    async (_, takeAway) => {
      onTestFinished(() => void vi.restoreAllMocks());
      const opened: IDBDatabase[] = [];
      const transaction = IDBDatabase.prototype.transaction;
      vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
        this: IDBDatabase,
        ...args
      ) {
        opened.push(this);
        return transaction.apply(this, args);
      });
      const [priya, amir] = [await server.person('Priya'), await server.person('Amir')];
      const name = await server.document('Before. ');
      const hers = server.open(name, priya);
      const his = server.open(name, amir, { mayWrite: false });
      await until(() => isSaved(hers) && isSaved(his), 'open');
      await until(async () => (await keptWords(priya, name)) === 'Before. ', 'kept');
      takeAway(opened);
      write(hers, 'Hers. ');
      await until(() => textOf(his.doc).includes('Hers.'), 'seen by the other');
      write(his, 'His. ');
      await until(() => textOf(hers.doc).includes('His.'), 'hears the other');
      await until(() => isSaved(hers) && !hers.hasUnsentWords(), 'saved');
      expect(textOf(await server.collab.port.read(name))).toBe(textOf(hers.doc));
      server.signedIn.delete(priya.id);
      server.collab.port.rightsChanged();
      await until(() => hers.link.get().phase === 'stopped', 'cut off');
      write(hers, 'Only in this tab.');
      await until(() => hers.status.get().saved === 'not-saved', 'said');
      expect(hasUnsentWords(priya.id)).toBe(true);
    },
  );

  it('[D7] what one person keeps here, another on the same browser does not see', async () => {
    const name = await server.document('Before. ');
    const [ana, ben] = [await server.person('Ana'), await server.person('Ben')];
    const hers = server.open(name, ana, { url: unreachable });
    write(hers, 'hers alone');
    await until(async () => (await keptWords(ana, name)) === 'hers alone', 'kept');
    hers.close();
    const his = server.open(name, ben);
    await until(() => isSaved(his), 'opened');
    expect(textOf(his.doc)).toBe('Before. ');
  });

  it('a network that blocks WebSockets is named, and a lost sign-in behind a refused upgrade is told apart', async () => {
    const person = await server.person();
    const name = await server.document();
    const blocked = server.open(name, person, { url: unreachable, link: { askWhy: async () => 'fine' } });
    await until(() => blocked.status.get().blocked, 'named');
    expect(blocked.status.get().saved).not.toBe('saved');
    server.signedIn.delete(person.id);
    const out = server.open(name, person, { link: { askWhy: async () => 'signed-out' } });
    await until(() => out.status.get().reason?.name === 'signed-out', 'told apart');
  });

  it('[D2] a connection on which nothing comes back is made anew', async () => {
    const person = await server.person();
    const mine = server.open(await server.document(), person, { link: { watchdogMs: 300 } });
    await until(() => isSaved(mine), 'opened');
    let isDeaf = true;
    let swallowed = 0;
    // the edit is sent into a socket that swallows it
    const send = WebSocket.prototype.send;
    vi.spyOn(WebSocket.prototype, 'send').mockImplementation(function (
      this: InstanceType<typeof WebSocket>,
      ...args: unknown[]
    ) {
      if (isDeaf) swallowed += 1;
      else Reflect.apply(send, this, args);
    });
    write(mine, 'swallowed');
    await until(() => swallowed > 0, 'swallowed');
    isDeaf = false;
    await until(() => isSaved(mine) && !mine.hasUnsentWords(), 'made anew');
    vi.restoreAllMocks();
    expect(textOf(await server.collab.port.read(mine.name))).toBe('swallowed');
  });
});
