import * as encoding from 'lib0/encoding';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { CLOSE } from '#collab/document/close-reasons.ts';
import { withDatabase } from '#db/testing.ts';
import type { Identified } from './options.ts';
import { isSaved, logRows, startCollab, type TestCollab, textOf, until, write } from './testing.ts';
import { acknowledgements, bystander, handMade, joinRaw, syncFrame } from './testing-raw.ts';

// what a bystander waited is the quickest of three tries: what else the machine does is not asked here
describe.each(['collab', 'yjs'] as const)('at the door of %s', { retry: 2 }, (door) =>
  withDatabase((engine) => {
    let server: TestCollab;
    let person: Identified;
    beforeAll(async () => {
      server = await startCollab(engine.db, { durations: { compactQuiet: 60_000, compactLongest: 60_000 } });
      person = await server.person();
    });
    afterAll(() => server.stop());

    /** One edit that must not come in: named end, no acknowledgement, no row, nobody else kept waiting. */
    const refuses = async (update: Uint8Array, code: number = CLOSE.malformed.code) => {
      const name = await server.document('before');
      const other = await bystander(server);
      const client = await joinRaw(server, person, name, door);
      const before = acknowledgements(client);
      client.send(syncFrame(name, 2, update));
      expect(await client.closed).toBe(code);
      expect(acknowledgements(client)).toBe(before);
      expect(await logRows(engine.db, name)).toBe(1);
      expect(textOf(await server.collab.port.read(name))).toBe('before');
      expect(await other.p95()).toBeLessThan(other.bearable);
    };
    const updateOf = (change: (doc: Y.Doc) => void, doc = new Y.Doc()): Uint8Array => {
      const before = Y.encodeStateVector(doc);
      change(doc);
      return Y.encodeStateAsUpdate(doc, before);
    };

    it('[bad input 9] garbage is neither acknowledged nor logged', async () => {
      await refuses(new Uint8Array([5, 4, 3, 2, 1, 0, 255, 255, 7]));
      await refuses(new Uint8Array([]));
      await refuses(new Uint8Array([...updateOf((doc) => doc.getText('words').insert(0, 'x')), 0]));
    });

    it('[bad input 10] a count of 2^31 structs', async () => {
      const header = (clients: number, structs: number) =>
        handMade((to) => {
          encoding.writeVarUint(to, clients);
          encoding.writeVarUint(to, structs);
          encoding.writeVarUint(to, 7);
          encoding.writeVarUint(to, 0);
        });
      await refuses(header(1, 2 ** 31));
      await refuses(header(2 ** 31, 1));
    });

    it('[bad input 11] a deleted length of 2^31-1, as content, as garbage and as a deletion', async () => {
      const struct = (info: number) =>
        handMade((to) => {
          for (const number of [1, 1, 7, 0]) encoding.writeVarUint(to, number);
          encoding.writeUint8(to, info);
          if (info === 1) {
            encoding.writeVarUint(to, 1);
            encoding.writeVarString(to, 'words');
          }
          encoding.writeVarUint(to, 2 ** 31 - 1);
          encoding.writeVarUint(to, 0);
        });
      await refuses(struct(1));
      await refuses(struct(0));
      await refuses(
        handMade((to) => {
          for (const number of [0, 1, 7, 1, 0, 2 ** 31 - 1]) encoding.writeVarUint(to, number);
        }),
      );
    });

    it('[bad input 12] a thousand updates with clock gaps', async () => {
      const name = await server.document('before');
      const gaps = Array.from({ length: 1000 }, () => {
        const doc = new Y.Doc();
        doc.getText('words').insert(0, 'ab');
        return syncFrame(
          name,
          2,
          updateOf((grown) => grown.getText('words').insert(2, 'c'), doc),
        );
      });
      const other = await bystander(server);
      const client = await joinRaw(server, person, name, door);
      for (const gap of gaps) client.send(gap);
      expect(await client.closed).toBe(CLOSE.malformed.code);
      expect(await logRows(engine.db, name)).toBe(1);
      expect(await other.p95()).toBeLessThan(other.bearable);
    });

    it('[bad input 13] nesting of 20,000: types in one update, types one by one, values', async () => {
      // by hand: Yjs itself takes minutes to build them
      const deep = (levels: number) =>
        handMade((to) => {
          for (const number of [1, levels, 7, 0]) encoding.writeVarUint(to, number);
          for (let level = 0; level < levels; level++) {
            encoding.writeUint8(to, 0x27);
            encoding.writeVarUint(to, level === 0 ? 1 : 0);
            if (level === 0) encoding.writeVarString(to, 'deep');
            else for (const number of [7, level - 1]) encoding.writeVarUint(to, number);
            encoding.writeVarString(to, 'in');
            encoding.writeVarUint(to, 1);
          }
          encoding.writeVarUint(to, 0);
        });
      await refuses(deep(20_000));
      await refuses(deep(60));
      let value: unknown = 1;
      for (let level = 0; level < 500; level++) value = [value];
      await refuses(updateOf((doc) => doc.getMap('deep').set('in', value)));
      await refuses(updateOf((doc) => doc.getText('words').insertEmbed(0, { in: value })));

      const name = await server.document();
      const mine = server.open(name, person);
      await until(() => isSaved(mine), 'opened');
      let at: Y.Map<unknown> = mine.doc.getMap('deep');
      for (let level = 0; level < 60; level++) at = at.set('in', new Y.Map()) as Y.Map<unknown>;
      await until(() => mine.status.get().reason?.name === 'malformed', 'refused at a depth');
      expect(await logRows(engine.db, name)).toBeLessThan(50);
    });

    it('[bad input 14] V2 bytes', async () => {
      const doc = new Y.Doc();
      doc.getText('words').insert(0, 'written as version 2');
      await refuses(Y.encodeStateAsUpdateV2(doc));
    });

    it('[bad input 15] 20,000 tiny updates a second end with 4429; an honest 500 a second pass', async () => {
      const name = await server.document();
      const client = await joinRaw(server, person, name, door);
      const other = await bystander(server);
      const flood = setInterval(() => {
        for (let update = 0; update < 200; update++) client.send(syncFrame(name, 2, new Uint8Array([0, 0])));
      }, 10);
      expect(await client.closed).toBe(CLOSE.tooFast.code);
      clearInterval(flood);
      expect(await other.p95()).toBeLessThan(other.bearable);

      const mine = server.open(await server.document(), person);
      await until(() => isSaved(mine), 'opened');
      for (let burst = 0; burst < 50; burst++) {
        for (let update = 0; update < 10; update++) write(mine, 'w');
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      await until(() => !mine.hasUnsentWords(), 'all acknowledged');
      expect(mine.status.get().reason).toBeNull();
      expect(await logRows(engine.db, mine.name)).toBe(501);
    });

    it('an item among its neighbours, a deletion and a big paste come in', async () => {
      const mine = server.open(await server.document('one three'), person);
      await until(() => isSaved(mine), 'opened');
      write(mine, ' two', 3);
      mine.doc.getText('words').delete(0, 1);
      write(mine, 'long '.repeat(100_000));
      await until(() => !mine.hasUnsentWords(), 'acknowledged');
      expect(textOf(await server.collab.port.read(mine.name))).toBe(textOf(mine.doc));
    });
  }),
);

withDatabase((engine) => {
  it('[bad input 16] a full document says so, keeps what it has, opens, and can be shortened', async () => {
    const server = await startCollab(engine.db, { caps: { documentBytes: 1000 } });
    const mine = server.open(await server.document('x'.repeat(900)), await server.person());
    await until(() => isSaved(mine), 'opened');
    write(mine, 'y'.repeat(200));
    await until(() => mine.status.get().saved === 'not-saved', 'said');
    expect(mine.status.get().reason?.name).toBe('document-full');
    expect(await logRows(engine.db, mine.name)).toBe(1);
    const other = server.open(mine.name, await server.person());
    await until(() => isSaved(other), 'still opens');
    expect(textOf(other.doc)).toHaveLength(900);
    other.doc.getText('words').delete(0, 800);
    await until(() => !other.hasUnsentWords(), 'shortened');
    expect(textOf(await server.collab.port.read(mine.name))).toHaveLength(100);
    await server.stop();
  });
});
