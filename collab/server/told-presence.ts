import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

/** Presences of one plain connection: which the server told it of, and how far. */
export interface ToldPresence {
  /** Notes what goes out. */
  told(payload: Uint8Array): void;
  /** What came in without what it was told; null where nothing is left. */
  withoutRepetitions(payload: Uint8Array): Uint8Array | null;
}

interface Entry {
  client: number;
  clock: number;
  /** JSON, unread */
  state: string;
}

const MOST_REMEMBERED = 1000;

/**
 * y-websocket sends every presence it hears of back to where it came from. A repetition says nothing, so it is dropped
 * before anyone asks who may speak for whom; a newer word for somebody else's tab is no repetition and is judged like any.
 */
export const createToldPresence = (): ToldPresence => {
  const clocks = new Map<number, number>();
  const remember = ({ client, clock }: Entry) => {
    clocks.delete(client);
    clocks.set(client, clock);
    const [oldest] = clocks.keys();
    if (clocks.size > MOST_REMEMBERED && oldest !== undefined) clocks.delete(oldest);
  };
  return {
    told: (payload) => {
      for (const entry of readEntries(payload)) remember(entry);
    },
    withoutRepetitions: (payload) => {
      const entries = readEntries(payload);
      const news = entries.filter(({ client, clock }) => clock > (clocks.get(client) ?? -1));
      if (news.length === entries.length) return payload;
      return news.length > 0 ? written(news) : null;
    },
  };
};

const readEntries = (payload: Uint8Array): Entry[] => {
  const from = decoding.createDecoder(payload);
  const entries: Entry[] = [];
  for (let left = decoding.readVarUint(from); left > 0; left--) {
    const client = decoding.readVarUint(from);
    const clock = decoding.readVarUint(from);
    entries.push({ client, clock, state: decoding.readVarString(from) });
  }
  return entries;
};

const written = (entries: readonly Entry[]): Uint8Array => {
  const to = encoding.createEncoder();
  encoding.writeVarUint(to, entries.length);
  for (const { client, clock, state } of entries) {
    encoding.writeVarUint(to, client);
    encoding.writeVarUint(to, clock);
    encoding.writeVarString(to, state);
  }
  return encoding.toUint8Array(to);
};
