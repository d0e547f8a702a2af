import type { Hocuspocus } from '@hocuspocus/server';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { CLOSE, type CloseReason } from '#collab/document/close-reasons.ts';
import { raiseRightsCounter } from '#db/rights.ts';
import { withDatabase } from '#db/testing.ts';
import { asId, type PersonId } from '#domain/ids.ts';
import { NO_MEASURES } from './measures.ts';
import type { OpenSocket } from './open-socket.ts';
import { createRights } from './rights.ts';
import { isSaved, logRows, startCollab, type TestCollab, textOf, until, write } from './testing.ts';
import { acknowledgements, askRaw, authFrame, connectRaw, frame, joinRaw, syncFrame } from './testing-raw.ts';

it('[P7] a sign-in is judged again at its end, and one whose end was put off by its use stays until that', async () => {
  const ends = [new Date(1000), new Date(2000), null];
  const refused: string[] = [];
  let now = new Date(0);
  const person = { id: asId<PersonId>('a'), name: 'Ana', faceHue: 1, signIn: 's', expiresAt: ends[0] };
  const socket = {
    person,
    endsAt: ends[0],
    credentials: { cookie: 'who=a', token: null },
    refuse: ({ name }: CloseReason) => refused.push(name),
  };
  const identify = vi.fn(async () => {
    const expiresAt = ends.shift();
    return expiresAt ? { ...person, expiresAt } : null;
  });
  const rights = createRights({
    judges: { identify },
    decide: async () => null,
    judgeMs: 1000,
    log: { info: () => {}, error: () => {} },
    sockets: () => [socket as unknown as OpenSocket],
    hocuspocus: () => ({ documents: new Map() }) as unknown as Hocuspocus,
    readCounter: async () => 1,
    now: () => now,
  });
  const judged: number[] = [];
  for (const at of [0, 500, 1000, 1500, 2000]) {
    now = new Date(at);
    await rights.poll();
    judged.push(identify.mock.calls.length);
  }
  expect(judged).toEqual([1, 1, 2, 2, 3]);
  expect(refused).toEqual(['signed-out']);
});

withDatabase((engine) => {
  let server: TestCollab;
  beforeAll(async () => {
    server = await startCollab(engine.db, { durations: { rightsPoll: 50, compactQuiet: 60_000 } });
  });
  afterAll(() => server.stop());

  it('[P7] a revoked sign-in closes its sockets, and what was written stays here', async () => {
    const person = await server.person();
    const mine = server.open(await server.document(), person);
    await until(() => isSaved(mine), 'opened');
    server.signedIn.delete(person.id);
    server.collab.port.rightsChanged();
    await until(() => mine.status.get().reason?.name === 'signed-out', 'told');
    write(mine, 'kept');
    await until(() => mine.status.get().saved !== 'saved', 'not called saved');
    expect(mine.hasUnsentWords()).toBe(true);
    server.signedIn.set(person.id, person);
    mine.retry();
    await until(() => isSaved(mine) && !mine.hasUnsentWords(), 'signed in again in place');
    expect(textOf(await server.collab.port.read(mine.name))).toBe('kept');
  });

  it('[P7] a sign-in that ends by itself closes its sockets, though nobody changed anything', async () => {
    const person = { ...(await server.person()), expiresAt: new Date() };
    server.signedIn.set(person.id, person);
    const mine = server.open(await server.document(), person);
    await until(() => isSaved(mine), 'opened');
    server.signedIn.delete(person.id);
    await until(() => mine.status.get().reason?.name === 'signed-out', 'told', 5000);
  });

  it('[P7] what a signed-out socket has sent and still waits its turn is not taken', async () => {
    let go = () => {};
    const gate = new Promise<void>((resolve) => {
      go = resolve;
    });
    let held = 0;
    const refused: string[] = [];
    const slow = await startCollab(engine.db, {
      durations: { compactQuiet: 60_000 },
      measures: { ...NO_MEASURES, refused: (reason) => void refused.push(reason) },
      extensions: [
        {
          extensionName: 'slow',
          async beforeSync({ type }) {
            if (type !== 2) return;
            held += 1;
            await gate;
          },
        },
      ],
    });
    const person = await slow.person();
    const name = await slow.document();
    const raw = await joinRaw(slow, person, name);
    const doc = new Y.Doc();
    doc.on('update', (update: Uint8Array) => raw.send(syncFrame(name, 2, update)));
    for (const word of ['one ', 'two ']) doc.getText('words').insert(0, word);
    await until(() => held > 0, 'waiting');
    slow.signedIn.delete(person.id);
    slow.collab.port.rightsChanged();
    expect(await raw.closed).toBe(CLOSE.signedOut.code);
    go();
    await until(() => refused.includes('read-only'), 'looked at, and not taken');
    expect(await logRows(engine.db, name)).toBe(1);
    await slow.stop();
    expect(await logRows(engine.db, name)).toBe(1);
  });

  it('[P7] a lost right closes the socket when the counter moves, whoever moved it', async () => {
    const person = await server.person();
    const mine = server.open(await server.document(), person);
    await until(() => isSaved(mine), 'opened');
    server.rights.set(`${person.id} ${mine.name}`, null);
    server.rights.set(mine.name, null);
    await raiseRightsCounter(engine.db);
    await until(() => mine.status.get().reason?.name === 'not-there', 'told', 5000);
  });

  it('[P7] who may no longer write reads on, without losing the connection for good', async () => {
    const person = await server.person();
    const mine = server.open(await server.document('old'), person);
    await until(() => isSaved(mine), 'opened');
    server.rights.set(`${person.id} ${mine.name}`, 'read');
    server.collab.port.rightsChanged();
    await until(() => mine.status.get().saved === 'read-only', 'read only');
    const other = server.open(mine.name, await server.person('Ana'));
    await until(() => isSaved(other), 'somebody else is there');
    write(mine, ' new');
    // said on the same connection after the words: once it has arrived, they would have as well
    mine.setPresence({ typing: true });
    await until(
      () => [...other.awareness.getStates().values()].some(({ typing }) => typing),
      'said after it',
    );
    expect(textOf(other.doc)).toBe('old');
    expect(mine.status.get().words).toBe('Read only');
    expect(textOf(await server.collab.port.read(mine.name))).toBe('old');
  });

  const doors = ['collab', 'yjs'] as const;

  it.each(doors)(
    '[P2] at the door of %s a document that is not yours and one that is not there are refused alike',
    async (door) => {
      const person = await server.person();
      const foreign = await server.document();
      server.rights.set(foreign, null);
      const one = await askRaw(server, person, foreign, door);
      const other = await askRaw(server, person, 'write-up:6f9619ff-8b86-4d01-b42d-00c04fc964ff:1', door);
      expect([await one.closed, await other.closed]).toEqual([CLOSE.notThere.code, CLOSE.notThere.code]);
    },
  );

  it.each(doors)(
    '[bad input 17] at the door of %s a reader’s edit is neither applied, acknowledged, logged nor passed on',
    async (door) => {
      const name = await server.document('theirs');
      server.rights.set(name, 'read');
      const watcher = server.open(name, await server.person('Ana'));
      await until(() => watcher.status.get().saved === 'read-only', 'watching');
      const reader = await joinRaw(server, await server.person(), name, door);
      const acknowledged = acknowledgements(reader);
      const doc = new Y.Doc();
      doc.getText('words').insert(0, 'mine ');
      for (const kind of [1, 2] as const) reader.send(syncFrame(name, kind, Y.encodeStateAsUpdate(doc)));
      // a plain client is told once, in its protocol's own word
      const [no, noes] = door === 'collab' ? [8, 3] : [2, 1];
      await until(() => reader.received.filter(({ type }) => type === no).length === noes, 'answered');
      expect(acknowledgements(reader)).toBe(acknowledged);
      expect(await logRows(engine.db, name)).toBe(1);
      expect(textOf(await server.collab.port.read(name))).toBe('theirs');
      // whatever the reader's edits had brought would have come before this
      await server.collab.port.edit(name, null, (shared) => shared.getText('words').insert(0, 'not '));
      await until(() => textOf(watcher.doc).startsWith('not '), 'a later edit arrives');
      expect(textOf(watcher.doc)).toBe('not theirs');
      for (const type of [5, 6]) {
        const other = await joinRaw(server, await server.person(), name, door);
        other.send(frame(name, type));
        expect(await other.closed).toBe(CLOSE.malformed.code);
      }
    },
  );

  it('[bad input 20] a stale epoch or an older page is asked to reload, and nothing of it is applied', async () => {
    const person = await server.person();
    const older = server.open(await server.document(), person, { link: { schema: 99 } });
    await until(() => older.status.get().reason?.name === 'reload', 'older page');
    write(older, 'from long ago');
    expect(await logRows(engine.db, older.name)).toBe(1);
    const current = await server.document('now');
    const stale = await connectRaw(server, person);
    await engine.db
      .insertInto('documents')
      .values({
        name: current.replace(/:1$/, ':2'),
        review_id: current.split(':')[1] as never,
        kind: 'write-up',
        epoch: 2,
        snapshot_hash: null,
        created_at: new Date(),
      })
      .execute();
    stale.send(authFrame(current));
    const late = new Y.Doc();
    late.getText('words').insert(0, 'from the last epoch');
    stale.send(syncFrame(current, 2, Y.encodeStateAsUpdate(late)));
    expect(await stale.closed).toBe(CLOSE.erased.code);
    for (const [asks, reason] of [
      [current, CLOSE.erased],
      [`${current}?schema=99`, CLOSE.reload],
    ] as const) {
      const plain = await connectRaw(server, person, `/yjs/${asks}`);
      expect(await plain.closed).toBe(reason.code);
    }
    expect(await logRows(engine.db, current)).toBe(1);
  });
});
