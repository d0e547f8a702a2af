/**
 * One of the two processes of the load of many documents, told over IPC: one of each document's two writers. Both write, and each
 * measures when it sees the other's edits.
 */
import type * as Y from 'yjs';
import type { Told } from './crowd.ts';
import { type Door, type LeanClient, leanClient, STAMPS, WORDS } from './lean-client.ts';
import { now, rest, writeAt } from './writing.ts';

export interface Pairs {
  door: Door;
  documents: readonly string[];
  givesFirstWords: boolean;
  warmMs: number;
  runMs: number;
}

const AT_ONCE = 50;
const FIRST_WORDS = 'A slow morning, told once more. '.repeat(60);

async function allIn({ door, documents, givesFirstWords }: Pairs): Promise<LeanClient[]> {
  const clients: LeanClient[] = [];
  while (clients.length < documents.length) {
    const more = documents.slice(clients.length, clients.length + AT_ONCE).map((document) =>
      leanClient({
        ...door,
        document,
        url: door.url.replace(encodeURIComponent(door.document), encodeURIComponent(document)),
      }),
    );
    await Promise.all(more.map(({ synced }) => synced));
    if (givesFirstWords) for (const { doc } of more) doc.getText(WORDS).insert(0, FIRST_WORDS);
    clients.push(...more);
  }
  return clients;
}

const measure = (clients: readonly LeanClient[], waits: number[]): void => {
  for (const { doc } of clients) {
    const stamps = doc.getMap<number>(STAMPS);
    stamps.observe((event: Y.YMapEvent<number>) => {
      if (event.transaction.local) return;
      const seen = now();
      for (const key of event.keysChanged) waits.push(seen - (stamps.get(key) ?? seen));
    });
  }
};

process.once('message', async (message) => {
  const pairs = message as Pairs;
  const clients = await allIn(pairs);
  const waits: number[] = [];
  measure(clients, waits);
  process.send?.('there' satisfies Told);
  await new Promise((resolve) => process.once('message', resolve));
  const ends = now() + pairs.warmMs + pairs.runMs;
  const writing = clients.map((client) => writeAt(client, `${process.pid}`, ends));
  await rest(pairs.warmMs);
  waits.length = 0;
  await Promise.all(writing);
  const counted = [...waits];
  for (const client of clients) client.close();
  process.send?.({ waits: counted } satisfies Told, undefined, {}, () => process.exit(0));
});
