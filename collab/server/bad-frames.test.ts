import type { Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type WebSocket from 'ws';
import { CLOSE } from '#collab/document/close-reasons.ts';
import { withDatabase } from '#db/testing.ts';
import type { Identified } from './options.ts';
import { startCollab, type TestCollab } from './testing.ts';
import {
  authFrame,
  bystander,
  connectRaw,
  frame,
  joinRaw,
  type RawClient,
  syncFrame,
} from './testing-raw.ts';

// what a bystander waited is the quickest of three tries: what else the machine does is not asked here
describe('frames that are none', { retry: 2 }, () =>
  withDatabase((engine) => {
    let server: TestCollab;
    let person: Identified;
    beforeAll(async () => {
      server = await startCollab(engine.db, { durations: { silence: 800 }, caps: { socketsPerPerson: 300 } });
      person = await server.person();
    });
    afterAll(() => server.stop());

    const countRows = async () =>
      (await engine.db.selectFrom('document_updates').select('seq').execute()).length;

    /** Sends, and expects that code, no row but the bystander's, and nobody kept waiting. */
    const refuses = async (code: number, misbehave: (client: RawClient) => void, client?: RawClient) => {
      const other = await bystander(server);
      const raw = client ?? (await connectRaw(server, person));
      misbehave(raw);
      expect(await raw.closed).toBe(code);
      expect(await other.p95()).toBeLessThan(other.bearable);
    };

    it.each([
      ['a text frame', (socket: WebSocket) => socket.send('hello')],
      ['an empty frame', (socket: WebSocket) => socket.send(new Uint8Array())],
      ['one random byte', (socket: WebSocket) => socket.send(new Uint8Array([201]))],
      ['a truncated number', (socket: WebSocket) => socket.send(new Uint8Array([1, 97, 0, 128]))],
    ])('[bad input 3] %s ends its connection by name', async (_what, send) => {
      await refuses(CLOSE.malformed.code, ({ socket }) => send(socket));
    });

    it('[bad input 4] a message nobody knows, and bytes that are no UTF-8, end their connection', async () => {
      const name = await server.document();
      for (const type of [4, 5, 6, 8, 9, 10, 99]) {
        await refuses(
          CLOSE.malformed.code,
          ({ send }) => send(frame(name, type)),
          await joinRaw(server, person, name),
        );
      }
      await refuses(CLOSE.malformed.code, ({ send }) => send(new Uint8Array([2, 0xc3, 0x28, 0])));
    });

    it.each([
      ['an opcode nobody knows', [0x83, 0x80, 0, 0, 0, 0], 1002],
      ['a text that is no UTF-8', [0x81, 0x82, 0, 0, 0, 0, 0xc3, 0x28], 1007],
    ])('[bad input 4] %s on the wire ends its connection', async (_what, bytes, code) => {
      await refuses(code, ({ socket }) => wireOf(socket).write(Buffer.from(bytes)));
    });

    it.each([3, 100])('[bad input 5] a frame of %i MiB ends with 1009', async (mebibytes) => {
      await refuses(1009, ({ socket }) => sendInPieces(socket, mebibytes * 1024 * 1024));
    });

    it('[bad input 5] 10,000 fragments end with 1009', async () => {
      await refuses(1009, ({ socket }) => {
        for (let part = 0; part < 10_000; part++) socket.send(new Uint8Array([1]), { fin: part === 9999 });
      });
    });

    it('[bad input 6] 1,001 messages before anything was asked for end the connection', async () => {
      const name = await server.document();
      await refuses(CLOSE.tooMuch.code, ({ send }) => {
        for (let message = 0; message < 1001; message++) send(syncFrame(name, 2, new Uint8Array([0, 0])));
      });
    });

    it('[bad input 6] 6 MiB before anything was asked for end the connection', async () => {
      const name = await server.document();
      await refuses(CLOSE.tooMuch.code, ({ send }) => {
        for (let message = 0; message < 6; message++) send(syncFrame(name, 2, new Uint8Array(1024 * 1024)));
      });
    });

    it('[bad input 6] silence ends the connection', async () => {
      await refuses(CLOSE.silent.code, () => {});
    });

    it('[bad input 7] 200 documents on one socket end it', async () => {
      const names = await Promise.all(Array.from({ length: 12 }, () => server.document()));
      await refuses(CLOSE.tooFast.code, ({ send }) => {
        for (let index = 0; index < 200; index++) send(authFrame(names[index % 12] ?? ''));
      });
    });

    it.each([
      ['__proto__', '__proto__'],
      ['nothing', ''],
      ['a path', '../x'],
      ['64 KiB', 'x'.repeat(65_536)],
      ['a NUL', 'write-up:\0'],
      ['a never-created review', 'write-up:6f9619ff-8b86-4d01-b42d-00c04fc964ff:1'],
      ['a never-planned meeting', 'room:6f9619ff-8b86-4d01-b42d-00c04fc964ff'],
    ])(
      '[bad input 8] a document named %s is refused like one that is not yours, and gets no row',
      async (_what, name) => {
        await refuses(CLOSE.notThere.code, ({ send }) => send(authFrame(name)));
        expect(
          await engine.db
            .selectFrom('documents')
            .select('name')
            .where('name', '=', name.replaceAll('\0', ''))
            .execute(),
        ).toEqual([]);
      },
    );

    it('none of it stored a row', async () => {
      const before = await countRows();
      const name = await server.document();
      const client = await joinRaw(server, person, name);
      client.send(frame(name, 5));
      await client.closed;
      expect(await countRows()).toBe(before + 1);
    });
  }),
);

const wireOf = (socket: WebSocket) => Reflect.get(socket, '_socket') as Socket;

const PIECE = Buffer.alloc(64 * 1024);

/** One frame of so many zeros, piece by piece as the network takes them: made at once, it would hold up the very process that measures. */
const sendInPieces = (socket: WebSocket, bytes: number): void => {
  const wire = wireOf(socket);
  const header = Buffer.alloc(14);
  header.set([0x82, 0xff]);
  header.writeBigUInt64BE(BigInt(bytes), 2);
  wire.write(header);
  let left = bytes;
  const more = () => {
    while (left > 0 && socket.readyState === socket.OPEN) {
      left -= PIECE.length;
      if (!wire.write(PIECE)) return void wire.once('drain', more);
    }
  };
  more();
};
