/** For tests of importing: an app whose write-ups are kept in memory, people, and zips made by hand. */
import { randomBytes, randomUUID } from 'node:crypto';
import { crc32, deflateRawSync } from 'node:zlib';
import * as Y from 'yjs';
import { readWriteUp } from '#collab/document/read-write-up.ts';
import { asId, type PersonId } from '#domain/ids.ts';
import type { App, Database, SignedIn } from '../app.ts';

export interface Field {
  app: App;
  errors: string[];
  person(name: string): Promise<SignedIn>;
}

export function aField(db: Database): Field {
  const documents = new Map<string, Y.Doc>();
  const errors: string[] = [];
  const documentOf = (name: string) => {
    const doc = documents.get(name);
    if (!doc) throw new Error(`no document ${name}`);
    return doc;
  };
  const app: App = {
    db,
    clock: { now: () => new Date('2026-11-20T10:00:00Z') },
    random: { uuid: randomUUID, bytes: (length) => randomBytes(length), shuffle: (items) => [...items] },
    log: { info: () => {}, error: (event, error) => errors.push(`${event}: ${error}`) },
    origin: 'http://soak.test',
    demo: null,
    collab: {
      read: async (name) => {
        const clone = new Y.Doc();
        Y.applyUpdate(clone, Y.encodeStateAsUpdate(documentOf(name)));
        return clone;
      },
      readWriteUp: async (name) => readWriteUp(documentOf(name)),
      look: async (name, see) => see(documentOf(name)),
      lookOnce: async (name, _, see) => see(documentOf(name)),
      create: async (_, name, update) => {
        const doc = new Y.Doc();
        Y.applyUpdate(doc, update);
        documents.set(name, doc);
      },
      edit: async (name, _, change) => change(documentOf(name)),
      editOnce: async (name, _, change, alongside) => {
        if (await db.transaction().execute((tx) => alongside(tx, 0))) change(documentOf(name));
        return null;
      },
      readStored: async (_, name) => documentOf(name),
      erased: () => {},
      rescuedChanged: () => {},
      roomChanged: () => {},
      ownChanged: () => {},
      rightsChanged: () => {},
      history: undefined as never,
      present: () => [],
    },
  };
  return { app, errors, person: (name) => aPerson(db, name) };
}

async function aPerson(db: Database, name: string): Promise<SignedIn> {
  const id = asId<PersonId>(randomUUID());
  const email = `${id}@test`;
  await db
    .insertInto('people')
    .values({
      id,
      name,
      email,
      zone: null,
      role: 'member',
      started_on: null,
      password_hash: null,
      deactivated_at: null,
      created_at: new Date('2026-11-01T00:00:00Z'),
      face_letters: name.slice(0, 1),
      face_hue: 1,
    })
    .execute();
  const face = { faceLetters: 'A', faceHue: 1 };
  return { id, name, email, role: 'member', active: true, zone: 'Europe/Berlin', signIn: 's', ...face };
}

export interface ZipEntry {
  name: string;
  content?: string | Uint8Array;
  /** Unix mode; a symbolic link is 0o120777. */
  mode?: number;
  /** What the headers say instead of the truth. */
  claimedSize?: number;
}

/** A zip as any program would write it, lies included. */
export function zipOf(entries: readonly ZipEntry[], claimedCount = entries.length): Uint8Array {
  const bodies: Buffer[] = [];
  const index: Buffer[] = [];
  let at = 0;
  for (const { name, content = '', mode = 0o100644, claimedSize } of entries) {
    const plain = Buffer.from(content as Uint8Array);
    const packed = deflateRawSync(plain);
    const path = Buffer.from(name);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(0x0800, 2);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(crc32(plain), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(claimedSize ?? plain.length, 18);
    facts.writeUInt16LE(path.length, 22);
    const body = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts, path, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(((mode << 16) >>> 0) % 2 ** 32, 6);
    rest.writeUInt32LE(at, 10);
    index.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x03', 'latin1'), facts, rest, path]));
    bodies.push(body);
    at += body.length;
  }
  const directory = Buffer.concat(index);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(Math.min(claimedCount, 0xffff), 8);
  end.writeUInt16LE(Math.min(claimedCount, 0xffff), 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, directory, end]);
}
