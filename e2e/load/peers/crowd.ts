/**
 * One of the two processes of the load, told over IPC what to be: `writers`, who measure how long "stored" takes, or `receivers`, ten of
 * whom measure when an edit is seen. The others, and the writers once they hold the text they write into, do not read what comes: a
 * hundred writers that each live through everybody's edits take one and a half cores of two, and what is measured then is this program.
 */
import type * as Y from 'yjs';
import { type Door, type LeanClient, leanClient, STAMPS, WORDS } from './lean-client.ts';
import { now, rest, writeAt } from './writing.ts';

export interface Crowd {
  role: 'writers' | 'receivers';
  door: Door;
  count: number;
  /** Waits before this many milliseconds of the run are not counted. */
  warmMs: number;
  runMs: number;
}

export type Told = 'there' | { waits: number[] };

const MEASURERS = 10;
const AT_ONCE = 50;
/** So much stands in the text before anybody writes: places enough that two seldom write at the same one. */
const FIRST_WORDS = 'A slow morning, told once more. '.repeat(600);

async function allIn(crowd: Crowd): Promise<LeanClient[]> {
  const clients: LeanClient[] = [];
  while (clients.length < crowd.count) {
    const more = Array.from({ length: Math.min(AT_ONCE, crowd.count - clients.length) }, () =>
      leanClient(crowd.door),
    );
    await Promise.all(more.map(({ synced }) => synced));
    clients.push(...more);
  }
  if (crowd.role === 'writers') await giveFirstWords(clients);
  for (const client of clients.slice(crowd.role === 'writers' ? 0 : MEASURERS)) client.deafen();
  return clients;
}

async function giveFirstWords(clients: readonly LeanClient[]): Promise<void> {
  const haveThem = clients.map(
    ({ doc }) =>
      new Promise<void>((resolve) =>
        doc.on('update', () => doc.getText(WORDS).length >= FIRST_WORDS.length && resolve()),
      ),
  );
  clients[0]?.doc.getText(WORDS).insert(0, FIRST_WORDS);
  await Promise.all(haveThem);
}

function measure(clients: readonly LeanClient[], waits: number[]): void {
  for (const { doc } of clients.slice(0, MEASURERS)) {
    const stamps = doc.getMap<number>(STAMPS);
    stamps.observe((event: Y.YMapEvent<number>) => {
      const seen = now();
      for (const key of event.keysChanged) waits.push(seen - (stamps.get(key) ?? seen));
    });
  }
}

process.once('message', async (message) => {
  const crowd = message as Crowd;
  const clients = await allIn(crowd);
  const waits: number[] = [];
  if (crowd.role === 'receivers') measure(clients, waits);
  else for (const client of clients) client.onStored((ms) => waits.push(ms));
  process.send?.('there' satisfies Told);
  await new Promise((resolve) => process.once('message', resolve));
  const ends = now() + crowd.warmMs + crowd.runMs;
  const writing =
    crowd.role === 'writers'
      ? clients.map((client, at) => writeAt(client, `${process.pid}-${at}`, ends))
      : [];
  await rest(crowd.warmMs);
  waits.length = 0;
  await rest(crowd.runMs);
  await Promise.all(writing);
  const counted = [...waits];
  for (const client of clients) client.close();
  process.send?.({ waits: counted } satisfies Told, undefined, {}, () => process.exit(0));
});
