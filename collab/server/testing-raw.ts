import { randomUUID } from 'node:crypto';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type WebSocket from 'ws';
import type { ClientOptions } from 'ws';
import * as Y from 'yjs';
import { WRITE_UP_SCHEMA_VERSION } from '#collab/document/schema-version.ts';
import type { Identified } from './options.ts';
import { isSaved, type TestCollab, until, write } from './testing.ts';
import type { DoorName } from './wire.ts';

/** A client that says whatever a test wants, byte by byte. */
export interface RawClient {
  socket: WebSocket;
  /** Messages received, without their document's name. */
  received: { type: number; rest: Uint8Array }[];
  send(bytes: Uint8Array): void;
  /** The close code the server gave. */
  closed: Promise<number>;
}

export const connectRaw = async (
  server: TestCollab,
  person: Identified,
  door = '/collab',
  options: ClientOptions = {},
): Promise<RawClient> => {
  const socket = server.socket(person, { door, ...options });
  const isPlain = door !== '/collab';
  const received: RawClient['received'] = [];
  socket.on('message', (data: Buffer) => received.push(readMessage(new Uint8Array(data), isPlain)));
  socket.on('error', () => {});
  const closed = new Promise<number>((resolve) => socket.on('close', (code) => resolve(code)));
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  return { socket, received, closed, send: (bytes) => socket.send(isPlain ? unaddressed(bytes) : bytes) };
};

/** The path of a document at either door. */
export const pathAt = (door: DoorName, name: string): string =>
  door === 'yjs' ? `/yjs/${encodeURIComponent(name)}` : '/collab';

/** A connection that asks for a document as its door's clients do. */
export const askRaw = async (
  server: TestCollab,
  person: Identified,
  name: string,
  door: DoorName,
): Promise<RawClient> => {
  const client = await connectRaw(server, person, pathAt(door, name));
  if (door === 'collab') client.send(authFrame(name));
  return client;
};

/** Connected, let in at `name` and through the handshake. */
export const joinRaw = async (
  server: TestCollab,
  person: Identified,
  name: string,
  door: DoorName = 'collab',
): Promise<RawClient> => {
  const client = await askRaw(server, person, name, door);
  client.send(syncFrame(name, 0, Y.encodeStateVector(new Y.Doc())));
  client.send(syncFrame(name, 1, Y.encodeStateAsUpdate(new Y.Doc())));
  await until(() => (door === 'yjs' ? hasState(client) : acknowledgements(client) === 1), 'handshake');
  return client;
};

export const authFrame = (name: string, greeting: object = {}): Uint8Array =>
  frame(name, 2, (body) => {
    encoding.writeVarUint(body, 0);
    encoding.writeVarString(
      body,
      JSON.stringify({ schema: WRITE_UP_SCHEMA_VERSION, sitting: randomUUID(), ...greeting }),
    );
  });

/** 0: state vector, 1: handshake's answer, 2: an edit. */
export const syncFrame = (name: string, kind: 0 | 1 | 2, payload: Uint8Array): Uint8Array =>
  frame(name, 0, (body) => {
    encoding.writeVarUint(body, kind);
    encoding.writeVarUint8Array(body, payload);
  });

export const presenceFrame = (
  name: string,
  states: [client: number, state: unknown][],
  clock = 1,
): Uint8Array =>
  frame(name, 1, (body) => {
    const inner = encoding.createEncoder();
    encoding.writeVarUint(inner, states.length);
    for (const [client, state] of states) {
      encoding.writeVarUint(inner, client);
      encoding.writeVarUint(inner, clock);
      encoding.writeVarString(inner, JSON.stringify(state));
    }
    encoding.writeVarUint8Array(body, encoding.toUint8Array(inner));
  });

export const frame = (
  name: string,
  type: number,
  body: (encoder: encoding.Encoder) => void = () => {},
): Uint8Array => {
  const encoder = encoding.createEncoder();
  encoding.writeVarString(encoder, name);
  encoding.writeVarUint(encoder, type);
  body(encoder);
  return encoding.toUint8Array(encoder);
};

/** Edits the server called applied. */
export const acknowledgements = ({ received }: RawClient): number =>
  received.filter(({ type, rest }) => type === 8 && rest[0] === 1).length;

/** True once the server has answered what it holds: at the plain door that is all a client is told. */
export const hasState = ({ received }: RawClient): boolean =>
  received.some(({ type, rest }) => type === 0 && rest[0] === 1);

/** The frame as a plain client sends it: the address names the document. */
export const unaddressed = (bytes: Uint8Array) => {
  const decoder = decoding.createDecoder(bytes);
  decoding.readVarString(decoder);
  return bytes.subarray(decoder.pos);
};

const readMessage = (bytes: Uint8Array, isPlain: boolean) => {
  const start = isPlain ? 0 : 1 + (bytes[0] ?? 0);
  return { type: bytes[start] ?? -1, rest: bytes.subarray(start + 1) };
};

/** An update made of hand-written structs. */
export const handMade = (write: (encoder: encoding.Encoder) => void): Uint8Array => {
  const encoder = encoding.createEncoder();
  write(encoder);
  return encoding.toUint8Array(encoder);
};

/** Someone who goes on writing elsewhere while others misbehave. */
export interface Bystander {
  /** Stops the writing. How long acknowledgements took at the worst twentieth, in ms. */
  p95(): Promise<number>;
  /** 250 ms; on a machine that is busy with other work, three times what they took before the misbehaviour. */
  bearable: number;
}

const CALM_EDITS = 5;
const FEWEST_EDITS = 10;

export const bystander = async (server: TestCollab): Promise<Bystander> => {
  const name = await server.document();
  const document = server.open(name, await server.person('Ines, who writes on'));
  await until(() => isSaved(document), 'the bystander is there');
  const oneEdit = async () => {
    const began = performance.now();
    write(document, 'w');
    await until(() => !document.hasUnsentWords(), 'the bystander is acknowledged');
    return performance.now() - began;
  };
  const calm: number[] = [];
  while (calm.length < CALM_EDITS) calm.push(await oneEdit());
  const waits: number[] = [];
  let isDone = false;
  const writing = (async () => {
    while (!isDone || waits.length < FEWEST_EDITS) {
      waits.push(await oneEdit());
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  })();
  return {
    bearable: Math.max(250, 3 * Math.max(...calm)),
    p95: async () => {
      isDone = true;
      await writing;
      document.close();
      return waits.sort((a, b) => a - b)[Math.floor(waits.length * 0.95)] ?? 0;
    },
  };
};
