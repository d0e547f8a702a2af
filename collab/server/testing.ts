import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import WebSocket, { type ClientOptions } from 'ws';
import * as Y from 'yjs';
import { type OpenDocument, type OpenDocumentOptions, openDocument } from '#collab/client/open-document.ts';
import { writeUpName } from '#collab/document/document-names.ts';
import { asId, type PersonId, type ReviewId } from '#domain/ids.ts';
import { type Collab, createCollab } from './create-collab.server.ts';
import type { CollabOptions, Database, Identified, Verdict } from './options.ts';

/** A collaboration server on a port of its own, with people who exist only here. For tests. */
export interface TestCollab {
  collab: Collab;
  url: string;
  /** Where plain y-websocket clients go. */
  plainUrl: string;
  origin: string;
  db: Database;
  /** People by the value of their cookie; take one out and the sign-in is gone. */
  signedIn: Map<string, Identified>;
  /** People by their tokens, for the plain door. */
  tokens: Map<string, Identified>;
  /** What `decide` answers, by person and document; "write" where nothing is said. */
  rights: Map<string, Verdict>;
  errors: string[];
  person(name?: string): Promise<Identified>;
  /** A review with a write-up holding `words`. */
  document(words?: string): Promise<string>;
  /** Opens a document as a browser would. Closed with the server. */
  open(name: string, person: Identified, options?: Partial<OpenDocumentOptions>): OpenDocument;
  /** A bare WebSocket with that person's cookie, at /collab unless another door is named. */
  socket(person: Identified | null, options?: ClientOptions & { door?: string }): WebSocket;
  stop(): Promise<void>;
}

export const startCollab = async (
  db: Database,
  options: Partial<CollabOptions> = {},
): Promise<TestCollab> => {
  const signedIn = new Map<string, Identified>();
  const tokens = new Map<string, Identified>();
  const rights: TestCollab['rights'] = new Map();
  const errors: string[] = [];
  const origin = 'http://soak.test';
  const collab = createCollab({
    db,
    clock: { now: () => new Date() },
    log: { info: () => {}, error: (event, error) => errors.push(`${event}: ${error}`) },
    allowedOrigins: [origin],
    identify: async (cookie) => signedIn.get(cookie?.replace('who=', '') ?? '') ?? null,
    identifyToken: async (token) => tokens.get(token) ?? null,
    decide: async (person, document) =>
      rights.get(`${person.id} ${document}`) ?? defaultRight(rights, person, document),
    projectRoom: async () => null,
    roomRevs: async () => new Map(),
    ...options,
  });
  const server = createServer();
  server.on('upgrade', collab.handleUpgrade);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const at = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const url = `${at}/collab`;
  const opened: OpenDocument[] = [];

  return {
    collab,
    url,
    plainUrl: `${at}/yjs`,
    origin,
    db,
    signedIn,
    tokens,
    rights,
    errors,
    person: async (name = 'Felicity Okafor') => {
      const person = await insertPerson(db, name);
      signedIn.set(person.id, person);
      return person;
    },
    document: (words = '') => insertDocument(db, collab, words),
    open: (name, person, more) => {
      const link = {
        WebSocketPolyfill: webSocketOf(person, origin),
        askWhy: async () => 'unreachable' as const,
      };
      const one = openDocument({
        name,
        person: person.id,
        mayWrite: true,
        url,
        holdMs: 0,
        ...more,
        link: { ...link, ...more?.link },
      });
      opened.push(one);
      return one;
    },
    socket: (person, { door = '/collab', ...more } = {}) =>
      new WebSocket(at + door, {
        headers: { origin, ...(person && { cookie: `who=${person.id}` }) },
        ...more,
      }),
    stop: async () => {
      for (const one of opened) one.close();
      await collab.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

/** A collaboration server without anybody at its doors, for tests of what the program does with documents. */
export const quietCollab = (db: Database, { clock, log }: Pick<CollabOptions, 'clock' | 'log'>): Collab =>
  createCollab({
    db,
    clock,
    log,
    allowedOrigins: [],
    identify: async () => null,
    decide: async () => null,
    projectRoom: async () => null,
    roomRevs: async () => new Map(),
  });

/** "read" where one is named for the document as a whole, else "write". */
const defaultRight = (rights: TestCollab['rights'], _person: Identified, document: string) =>
  rights.get(document) === undefined ? 'write' : (rights.get(document) ?? null);

/** A browser's WebSocket, with the cookie and Origin a page would bring. */
export const webSocketOf = (person: Identified, origin: string) =>
  class extends WebSocket {
    constructor(address: string) {
      super(address, { headers: { cookie: `who=${person.id}`, origin } });
      // closed while connecting, a browser's stays silent
      this.on('error', () => {});
    }
  };

const insertPerson = async (db: Database, name: string): Promise<Identified> => {
  const id = asId<PersonId>(randomUUID());
  await db
    .insertInto('people')
    .values({
      id,
      email: `${id}@example.com`,
      name,
      zone: 'UTC',
      face_letters: 'FO',
      face_hue: 3,
      role: 'member',
      started_on: null,
      password_hash: null,
      deactivated_at: null,
      created_at: new Date(),
    })
    .execute();
  return { id, name, faceHue: 3, signIn: randomUUID() };
};

const insertDocument = async (db: Database, collab: Collab, words: string): Promise<string> => {
  const author = await insertPerson(db, 'Ana Ruiz');
  const review = asId<ReviewId>(randomUUID());
  const name = writeUpName(review, 1);
  const doc = new Y.Doc();
  doc.getText('words').insert(0, words);
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('reviews')
      .values({
        id: review,
        kind: 'incident',
        happened_on: '2026-11-02',
        happened_until: null,
        happened_zone: 'UTC',
        privacy: 'open',
        published_at: null,
        deleted_at: null,
        done_at: null,
        title: 'A slow morning',
        created_by: author.id,
        created_at: new Date(),
      })
      .execute();
    await collab.port.create(tx, name, Y.encodeStateAsUpdate(doc), author.id, new Date());
  });
  return name;
};

/** Waits for a fact, and says which one never came. */
export const until = async (fact: () => unknown, what: string, withinMs = 8000): Promise<void> => {
  const end = performance.now() + withinMs;
  while (!(await fact())) {
    if (performance.now() > end) throw new Error(`never came true: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};

export const textOf = (doc: Y.Doc | null): string => doc?.getText('words').toString() ?? '';
export const write = (
  document: OpenDocument,
  words: string,
  at = document.doc.getText('words').length,
): void => document.doc.getText('words').insert(at, words);
export const isSaved = (document: OpenDocument): boolean => document.status.get().saved === 'saved';
/** What the log holds for a document, not yet in a snapshot. */
export const logRows = async (db: Database, document: string): Promise<number> =>
  (await db.selectFrom('document_updates').select('seq').where('document', '=', document).execute()).length;
