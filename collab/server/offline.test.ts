import 'fake-indexeddb/auto';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { IndexeddbPersistence } from 'y-indexeddb';
import * as Y from 'yjs';
import { hasUnsentWords, storeName, wipeKept } from '#collab/client/kept-words.ts';
import { withDatabase } from '#db/testing.ts';
import { isSaved, startCollab, type TestCollab, textOf, until, write } from './testing.ts';

/** A browser's localStorage, in memory. */
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
    server = await startCollab(engine.db);
  });
  afterAll(() => server.stop());
  beforeEach(() => vi.stubGlobal('localStorage', storage()));

  /** What the browser holds of a document, read as the next tab would read it. */
  const keptWords = async (person: { id: string }, name: string) => {
    const doc = new Y.Doc();
    const persistence = new IndexeddbPersistence(storeName(person.id, name), doc);
    await persistence.whenSynced;
    await persistence.destroy();
    return textOf(doc);
  };

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

  it('[D7] after sign-out nothing of the person is left in the browser', async () => {
    const person = await server.person();
    const name = await server.document('secret');
    const mine = server.open(name, person);
    await until(async () => isSaved(mine) && (await keptWords(person, name)) === 'secret', 'kept');
    mine.close();
    await wipeKept(person.id);
    expect((await indexedDB.databases()).filter((db) => db.name?.includes(person.id))).toEqual([]);
  });

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
