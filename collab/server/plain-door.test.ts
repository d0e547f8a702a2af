import * as decoding from 'lib0/decoding';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import WebSocket, { type ClientOptions } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { withDatabase } from '#db/testing.ts';
import type { Identified } from './options.ts';
import { isSaved, logRows, startCollab, type TestCollab, textOf, until, write } from './testing.ts';
import { askRaw, syncFrame } from './testing-raw.ts';

withDatabase((engine) => {
  let server: TestCollab;
  const providers: WebsocketProvider[] = [];
  beforeAll(async () => {
    server = await startCollab(engine.db, { durations: { compactQuiet: 60_000, keepAlive: 50 } });
  });
  afterEach(() => {
    for (const provider of providers.splice(0)) provider.destroy();
    vi.restoreAllMocks();
  });
  afterAll(() => server.stop());

  /** The client of the y-websocket package as it is, and what it said on the console. */
  const join = (name: string, how: { token?: string; params?: Record<string, string> } & ClientOptions) => {
    const { token, params, ...more } = how;
    const provider = new WebsocketProvider(server.plainUrl, name, new Y.Doc(), {
      params: { ...params, ...(token && { token }) },
      disableBc: true,
      WebSocketPolyfill: class extends WebSocket {
        constructor(address: string) {
          super(address, more);
        }
      } as unknown as typeof globalThis.WebSocket,
    });
    providers.push(provider);
    const said: string[] = [];
    for (const channel of ['warn', 'error'] as const)
      vi.spyOn(console, channel).mockImplementation((words) => void said.push(String(words)));
    return { provider, doc: provider.doc, said, words: () => textOf(provider.doc) };
  };
  const tokenFor = (person: Identified, token = crypto.randomUUID()) => {
    server.tokens.set(token, person);
    return token;
  };
  const closed = (provider: WebsocketProvider) =>
    new Promise<{ code: number; reason: string }>((resolve) => provider.on('closed', resolve));

  it('a plain client and a page write in one document, and neither hears anything it does not know', async () => {
    const person = await server.person('Ben Tal');
    const page = server.open(await server.document('one'), await server.person());
    const plain = join(page.name, { token: tokenFor(person) });
    await until(() => plain.provider.synced && isSaved(page), 'both there');
    expect(plain.words()).toBe('one');
    plain.doc.getText('words').insert(3, ' two');
    await until(() => textOf(page.doc) === 'one two', 'seen by the page');
    write(page, ' three');
    await until(() => plain.words() === 'one two three', 'seen by the plain client');
    plain.provider.awareness.setLocalState({ user: { name: '<b>root</b>', color: 'red' }, typing: true });
    const others = () => [...page.awareness.getStates().values()];
    await until(() => others().some(({ typing }) => typing), 'present');
    expect(others()).toContainEqual({ user: { id: person.id, name: 'Ben Tal', hue: 3 }, typing: true });
    const heard = plain.provider.wsLastMessageReceived;
    await until(() => plain.provider.wsLastMessageReceived > heard + 100, 'kept alive');
    expect(plain.said).toEqual([]);
    plain.provider.destroy();
    await until(() => others().length === 1, 'gone at once');
  });

  it('[D4] what a plain client writes is in the log before anyone sees it, under its person', async () => {
    const person = await server.person();
    const page = server.open(await server.document(), await server.person());
    const plain = join(page.name, { token: tokenFor(person) });
    await until(() => plain.provider.synced && isSaved(page), 'both there');
    const rowsWhenSeen = new Promise<number>((resolve) =>
      page.doc.once('update', () => resolve(logRows(engine.db, page.name))),
    );
    plain.doc.getText('words').insert(0, 'x');
    expect(await rowsWhenSeen).toBe(2);
    const rows = await engine.db
      .selectFrom('document_updates')
      .select(['person_id', 'sitting'])
      .where('document', '=', page.name)
      .where('person_id', '=', person.id)
      .execute();
    expect(rows).toEqual([{ person_id: person.id, sitting: expect.stringMatching(/^[0-9a-f-]{36}$/) }]);
  });

  it('[D1] whoever asks for the server’s state is answered after everything it sent is in the log', async () => {
    const plain = join(await server.document(), { token: tokenFor(await server.person()) });
    await until(() => plain.provider.synced, 'there');
    for (let word = 0; word < 20; word++) plain.doc.getText('words').insert(0, 'w');
    plain.provider.synced = false;
    plain.provider.ws?.send(Uint8Array.of(0, 0, 1, 0));
    await until(() => plain.provider.synced, 'answered');
    expect(await logRows(engine.db, plain.provider.roomname)).toBe(21);
  });

  it('[D1] whoever asks without waiting for the first answer is answered after what it sent as well', async () => {
    const name = await server.document();
    const raw = await askRaw(server, await server.person(), name, 'yjs');
    const mine = new Y.Doc();
    mine.getText('words').insert(0, 'unwaited');
    const question = syncFrame(name, 0, Y.encodeStateVector(new Y.Doc()));
    for (const bytes of [question, syncFrame(name, 2, Y.encodeStateAsUpdate(mine)), question])
      raw.send(bytes);
    const said = (kind: number) => raw.received.filter(({ type, rest }) => type === 0 && rest[0] === kind);
    await until(() => said(0).length > 0, 'asked for what it has');
    raw.send(syncFrame(name, 1, Y.encodeStateAsUpdate(new Y.Doc())));
    await until(() => said(1).length === 2, 'answered twice');
    const told = new Y.Doc();
    const answer = decoding.createDecoder(said(1)[1]?.rest.subarray(1) ?? new Uint8Array());
    Y.applyUpdate(told, decoding.readVarUint8Array(answer));
    expect(textOf(told)).toBe('unwaited');
    expect(await logRows(engine.db, name)).toBe(2);
  });

  it('[P9] a token that may only read reads, and its words stay with it', async () => {
    const page = server.open(await server.document('theirs'), await server.person());
    const plain = join(page.name, { token: tokenFor({ ...(await server.person()), only: 'read' }) });
    await until(() => plain.provider.synced, 'there');
    for (let word = 0; word < 3; word++) plain.doc.getText('words').insert(0, 'mine ');
    await until(() => plain.said.length > 0, 'told');
    write(page, ', more');
    await until(() => plain.words().endsWith('theirs, more'), 'reads on');
    expect(plain.said).toHaveLength(1);
    expect(plain.said[0]).toContain('You may read this here, not write in it.');
    expect(textOf(await server.collab.port.read(page.name))).toBe('theirs, more');
  });

  it('[P7] a revoked token closes its sockets and does not come back', async () => {
    const token = tokenFor(await server.person());
    const plain = join(await server.document(), { token });
    await until(() => plain.provider.synced, 'there');
    const end = closed(plain.provider);
    server.tokens.delete(token);
    server.collab.port.rightsChanged();
    expect(await end).toEqual({ code: 4401, reason: 'signed-out' });
  });

  it('[P7] who may no longer write comes back as a reader, without a word from its program', async () => {
    const person = await server.person();
    const plain = join(await server.document('old'), { token: tokenFor(person) });
    await until(() => plain.provider.synced, 'there');
    server.rights.set(`${person.id} ${plain.provider.roomname}`, 'read');
    server.collab.port.rightsChanged();
    await until(() => !plain.provider.synced, 'closed');
    await until(() => plain.provider.synced, 'back');
    plain.doc.getText('words').insert(0, 'new ');
    await until(() => plain.said.length > 0, 'told');
    expect(textOf(await server.collab.port.read(plain.provider.roomname))).toBe('old');
  });

  it('[P2] a document that is not yours, not there or no document at all: one answer', async () => {
    const foreign = await server.document();
    server.rights.set(foreign, null);
    const names = [foreign, 'write-up:6f9619ff-8b86-4d01-b42d-00c04fc964ff:1', '__proto__', '%ff'];
    for (const name of names) {
      const plain = join(name, { token: tokenFor(await server.person()) });
      expect(await closed(plain.provider)).toEqual({ code: 4404, reason: 'not-there' });
      expect(plain.said).toEqual([expect.stringContaining('There is nothing here for you to open.')]);
      plain.said.length = 0;
    }
  });

  it('[bad input 1] a program brings its token, in the address or the header; with a cookie, or a foreign Origin, it must come from here', async () => {
    const person = await server.person();
    const name = await server.document();
    const token = tokenFor(person);
    const cookie = `who=${person.id}`;
    const opens = async (query: string, headers: Record<string, string>) => {
      const socket = new WebSocket(`${server.plainUrl}/${name}${query}`, { headers });
      const status = await new Promise<number>((resolve) => {
        socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
        socket.on('open', () => resolve(101));
      });
      socket.on('error', () => {}).terminate();
      return status;
    };
    const here = { origin: server.origin };
    expect(await opens(`?token=${token}`, {})).toBe(101);
    expect(await opens('', { authorization: `Bearer ${token}` })).toBe(101);
    expect(await opens('', { ...here, cookie })).toBe(101);
    expect(await opens(`?token=${token}`, { ...here, cookie })).toBe(101);
    expect(await opens(`?token=${token}`, { cookie })).toBe(403);
    expect(await opens(`?token=${token}`, { origin: 'http://evil.test' })).toBe(403);
    expect(await opens('?token=not-one', { ...here, cookie })).toBe(403);
    expect(await opens('', {})).toBe(403);
    const collab = server.socket(null, { door: `/collab?token=${token}` });
    expect(await new Promise((resolve) => collab.on('error', resolve))).toMatchObject({
      message: expect.stringContaining('403'),
    });
  });
});
