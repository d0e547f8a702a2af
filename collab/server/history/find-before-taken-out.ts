import type { Letters } from '#domain/history/changes.ts';
import { createBreath } from '../breath.ts';
import { CAPS } from '../limits.ts';
import type { Database } from '../options.ts';
import { type ParsedUpdate, parseUpdate } from '../updates/parse-update.ts';
import { MOST_BYTES, PAGE_BYTES, readPages } from './read-sources.ts';

/**
 * The last of the versions in which most of these letters stood at once: whole, where they were written and then taken out. Null
 * where no version had any: they were written and taken out before they were sent.
 */
export const findBeforeTakenOut = async (
  db: Database,
  document: string,
  letters: Letters,
  { after, upTo }: { after: number; upTo: number },
): Promise<number | null> => {
  const breath = createBreath();
  const watch = watchLetters(letters);
  let most = 0;
  let found: number | null = null;
  const reading = { after, upTo, mostBytes: MOST_BYTES, pageBytes: PAGE_BYTES };
  for await (const page of readPages(db, document, reading))
    for (const { seq, bytes } of page) {
      await breath.take();
      const standing = watch(parseUpdate(bytes, CAPS));
      if (standing === 0 || standing < most) continue;
      most = standing;
      found = seq;
    }
  return found;
};

const STANDS = 1;
const GONE = 2;

/** Hears one row after another and answers how many of the letters stand after it. */
const watchLetters = ({ client, first, last }: Letters) => {
  const states = new Uint8Array(Math.min(last - first + 1, CAPS.structLength));
  let standing = 0;
  const change = (of: ParsedUpdate['deletes'], to: typeof STANDS | typeof GONE) => {
    for (const { client: one, clock, length } of of) {
      if (one !== client) continue;
      const end = Math.min(clock + length - first, states.length);
      for (let at = Math.max(clock - first, 0); at < end; at++) {
        const before = states[at] ?? 0;
        if (before >= to) continue;
        states[at] = to;
        if (to === STANDS) standing += 1;
        else if (before === STANDS) standing -= 1;
      }
    }
  };
  return ({ structs, deletes }: ParsedUpdate): number => {
    change(structs, STANDS);
    change(deletes, GONE);
    return standing;
  };
};
