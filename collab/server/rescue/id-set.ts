/** Consecutive characters (or other content) of one Yjs client. */
export interface IdRange {
  client: number;
  clock: number;
  length: number;
}

export interface IdSet {
  /** The parts of a range that are not in the set. */
  missing(range: IdRange): IdRange[];
}

/** Ranges by client, in order, so that a long delete set is searched and not walked. */
export const createIdSet = (ranges: readonly IdRange[]): IdSet => {
  const byClient = Map.groupBy(ranges, ({ client }) => client);
  for (const own of byClient.values()) own.sort((one, other) => one.clock - other.clock);
  const missing = ({ client, clock, length }: IdRange): IdRange[] => {
    const own = byClient.get(client) ?? [];
    const end = clock + length;
    const left: IdRange[] = [];
    let at = clock;
    for (let index = firstReaching(own, clock); at < end; index++) {
      const next = own[index];
      const until = Math.min(next?.clock ?? end, end);
      if (until > at) left.push({ client, clock: at, length: until - at });
      if (!next || next.clock >= end) break;
      at = Math.max(at, next.clock + next.length);
    }
    return left;
  };
  return { missing };
};

/** The first range that may reach `clock`: Yjs writes ranges that do not overlap. */
const firstReaching = (own: readonly IdRange[], clock: number): number => {
  let low = 0;
  let high = own.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const range = own[middle];
    if (range && range.clock + range.length <= clock) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** What two ranges have in common; null when nothing. */
export const overlap = (one: IdRange, other: IdRange): IdRange | null => {
  if (one.client !== other.client) return null;
  const clock = Math.max(one.clock, other.clock);
  const length = Math.min(one.clock + one.length, other.clock + other.length) - clock;
  return length > 0 ? { client: one.client, clock, length } : null;
};
