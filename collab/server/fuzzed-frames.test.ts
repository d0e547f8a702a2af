import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type WebSocket from 'ws';
import * as Y from 'yjs';
import { CLOSE } from '#collab/document/close-reasons.ts';
import { withDatabase } from '#db/testing.ts';
import { loadDocument } from './load-document.ts';
import type { Database } from './options.ts';
import { isSaved, logRows, startCollab, type TestCollab, until, webSocketOf } from './testing.ts';
import { createMutations } from './testing-mutations.ts';
import { bystander, joinRaw, presenceFrame, type RawClient, syncFrame, unaddressed } from './testing-raw.ts';
import type { DoorName } from './wire.ts';

/** Changed frames of one round: a document, a recording and a seed of its own. */
const TIMES = 500;
/** At both doors together a thousand changed frames, a million with `npm run test:long`, where many hands change them at once. */
const [ROUNDS, HANDS] = process.env.SOAK_LONG ? [1000, 16] : [1, 1];
/** Seeds that once failed stay here, each with what it was. A round's is the seed and the round's number. */
const SEEDS = process.env.SOAK_LONG ? [Date.now() % 1_000_000_007] : [20261129];

/** By these names a frame may be refused; that something broke on our side (1011) is never one of them. */
const BY_NAME = [
  ...Object.values(CLOSE)
    .filter(({ code }) => code !== CLOSE.broken.code)
    .map(({ code }) => code),
  // the plain door's names for what passes by itself
  ...Object.values(CLOSE).map(({ code }) => code + 100),
];

// what a bystander waited is the quickest of three tries: what else the machine does is not asked here
describe('frames changed at random', { retry: 2 }, () =>
  withDatabase((engine) => {
    let server: TestCollab;
    beforeAll(async () => {
      // Hocuspocus writes a stack for each of hundreds of refusals
      vi.spyOn(console, 'error').mockImplementation(() => {});
      server = await startCollab(engine.db, {
        caps: { socketsPerPerson: 300 },
        durations: { compactQuiet: 60_000, compactLongest: 600_000 },
      });
    });
    afterAll(async () => {
      await server.stop();
      vi.restoreAllMocks();
    });

    it.each(SEEDS.flatMap((seed) => [[seed, 'collab'] as const, [seed, 'yjs'] as const]))(
      '[bad input 1] [bad input 2] [bad input 18] recorded frames, changed at random from seed %i, at the door %s: refused by name or taken whole, nobody waits',
      async (seed, door) => {
        const beside = await server.document('Another write-up.');
        const other = await bystander(server);
        const all = { taken: 0, refused: 0, left: 0 };
        let round = 0;
        const hand = async () => {
          while (round < ROUNDS) {
            const became = await changeFrames(server, engine.db, door, seed + round++);
            for (const what of ['taken', 'refused', 'left'] as const) all[what] += became[what];
          }
        };
        await Promise.all(Array.from({ length: HANDS }, hand));
        expect(await other.p95()).toBeLessThan(other.bearable);
        expect(all.taken + all.refused + all.left).toBe(TIMES * ROUNDS);
        expect(all.refused).toBeGreaterThan((TIMES * ROUNDS) / 10);
        expect(all.taken).toBeGreaterThan((TIMES * ROUNDS) / 50);
        expect(all.left).toBeLessThan((TIMES * ROUNDS) / 20);
        expect(await logRows(engine.db, beside)).toBe(1);
        expect(server.errors).toEqual([]);
      },
      process.env.SOAK_LONG ? 4 * 3_600_000 : 120_000,
    );
  }),
);

/** One round: what each changed frame became. What was refused is not stored; what was taken is what everybody sees. */
async function changeFrames(server: TestCollab, db: Database, door: DoorName, seed: number) {
  const became = { taken: 0, refused: 0, left: 0 };
  const name = await server.document('What they had written.');
  const recorded = await record(server, name);
  const frames = door === 'yjs' ? recorded.map(unaddressed) : recorded;
  expect(frames.length).toBeGreaterThan(12);
  const change = createMutations(seed);
  const person = await server.person('Mallory');
  let client = await joinRaw(server, person, name, door);
  for (let time = 0; time < TIMES; time++) {
    const before = await storedRows(db, name);
    client.socket.send(change(frames));
    const code = await answerOf(client, name, door);
    if (code === 'taken' || code === 'left') became[code]++;
    else {
      expect(BY_NAME, `seed ${seed}, after ${time} changes`).toContain(code);
      became.refused++;
    }
    if (code === 'taken') continue;
    expect(
      await storedRows(db, name),
      `seed ${seed}, after ${time} changes, ${code}: nothing is stored`,
    ).toBe(before);
    client.socket.close();
    client = await joinRaw(server, person, name, door);
  }
  client.socket.close();

  // what is stored can be read by the next who comes, and is what everybody here sees
  const stored = new Y.Doc();
  expect(await loadDocument(db, name, stored)).not.toBeNull();
  const live = await server.collab.port.read(name);
  expect(Y.encodeStateVector(stored)).toEqual(Y.encodeStateVector(live ?? new Y.Doc()));
  return became;
}

/** Every row that was ever stored of a document: in its log, or taken into a snapshot. */
async function storedRows(db: Database, document: string): Promise<number> {
  const rows = await db
    .selectFrom('document_updates')
    .select('seq')
    .where('document', '=', document)
    .unionAll(db.selectFrom('document_archive').select('seq').where('document', '=', document))
    .execute();
  return rows.length;
}

/** `taken` once a question after it is answered; `left` where the frame said goodbye to the document; else the name it was refused by. */
async function answerOf(client: RawClient, name: string, door: DoorName): Promise<number | 'taken' | 'left'> {
  const heard = client.received.length;
  client.socket.send(question(name, door));
  const isAnswered = () => client.received.slice(heard).some(({ type, rest }) => type === 0 && rest[0] === 1);
  const answered = until(isAnswered, `an answer at ${door}`, LONGEST_ANSWER_MS).then(
    () => 'taken' as const,
    () => 'left' as const,
  );
  return Promise.race([client.closed, answered]);
}

const LONGEST_ANSWER_MS = 1500;

const question = (name: string, door: DoorName) => {
  const asked = syncFrame(name, 0, Y.encodeStateVector(new Y.Doc()));
  return door === 'yjs' ? unaddressed(asked) : asked;
};

/** What a page sends while somebody opens a write-up, types, deletes, formats, points at words and leaves. */
async function record(server: TestCollab, name: string): Promise<Uint8Array[]> {
  const frames: Uint8Array[] = [];
  const person = await server.person('Grace');
  const Honest = webSocketOf(person, server.origin);
  class Recording extends Honest {
    override send(data: Parameters<WebSocket['send']>[0], ...more: unknown[]): void {
      // a sign of life is one byte and names no document
      if (data instanceof Uint8Array && data.length > 1) frames.push(Uint8Array.from(data));
      (super.send as (...all: unknown[]) => void)(data, ...more);
    }
  }
  const page = server.open(name, person, { link: { WebSocketPolyfill: Recording } });
  await until(() => page.status.get().ready && isSaved(page), 'opened');
  const edits: ((doc: Y.Doc) => void)[] = [
    (doc) => doc.getText('words').insert(3, ' typed'),
    (doc) => doc.getText('words').delete(0, 2),
    (doc) => doc.getText('words').format(0, 4, { bold: {} }),
    (doc) => doc.getMap('sections').set('a', new Y.Map([['order', 'a0']])),
    (doc) => {
      const block = new Y.XmlElement('textblock');
      block.insert(0, [new Y.XmlText('A block')]);
      block.setAttribute('id', 'b1');
      doc.getXmlFragment('section:a').insert(0, [block]);
    },
    (doc) => doc.getXmlFragment('section:a').delete(0, 1),
  ];
  for (const edit of edits) {
    page.doc.transact(() => edit(page.doc));
    page.setPresence({ typing: true });
    await until(() => isSaved(page) && !page.hasUnsentWords(), 'saved');
  }
  page.close();
  return [...frames, presenceFrame(name, [[7, { user: { name: '<b>Mallory</b>' }, typing: true }]])];
}
