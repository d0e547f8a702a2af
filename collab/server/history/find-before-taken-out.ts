import type { Letters } from '#domain/history/changes.ts';
import { createBreath } from '../breath.ts';
import { CAPS } from '../limits.ts';
import type { Database } from '../options.ts';
import { parseUpdate } from '../updates/parse-update.ts';
import { MOST_BYTES, PAGE_BYTES, readPages } from './read-sources.ts';

/**
 * The version that still has a passage whole: the row before the first that takes any of it out once its last letter was in.
 * Null where no version ever had it: it was written and taken out before it was sent.
 */
export const findBeforeTakenOut = async (
  db: Database,
  document: string,
  letters: Letters,
  { after, upTo }: { after: number; upTo: number },
): Promise<number | null> => {
  const breath = createBreath();
  let isWhole = false;
  let before = after;
  const reading = { after, upTo, mostBytes: MOST_BYTES, pageBytes: PAGE_BYTES };
  for await (const page of readPages(db, document, reading))
    for (const { seq, bytes } of page) {
      await breath.take();
      const { structs, deletes } = parseUpdate(bytes, CAPS);
      const isOut = (first: number) =>
        deletes.some(
          ({ client, clock, length }) =>
            client === letters.client && clock <= letters.last && first < clock + length,
        );
      if (isWhole && isOut(letters.first)) return before;
      const isLast = structs.some(
        ({ client, clock, length }) =>
          client === letters.client && clock <= letters.last && letters.last < clock + length,
      );
      if (isLast && isOut(letters.last)) return null;
      isWhole ||= isLast;
      before = seq;
    }
  return null;
};
