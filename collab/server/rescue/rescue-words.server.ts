import { LAST_SEQ } from '#db/document-history.ts';
import { extendRescued, insertRescued, listOpenRescues, withdrawRescued } from '#db/rescued-words.ts';
import { askThread } from '../compaction/ask-thread.server.ts';
import { MOST_BYTES, PAGE_BYTES, readPages } from '../history/read-sources.ts';
import type { CollabOptions, Database } from '../options.ts';
import type { Loss } from './find-losses.ts';
import type { Located } from './locate-words.ts';

/** Offers to write down, and the open ones nothing is left of. */
export interface Rescue {
  located: Located[];
  withdrawn: number[];
  /** How many passages are offered that no open offer showed a part of before. */
  fresh: number;
}

export interface RescueOptions {
  log?: CollabOptions['log'] | undefined;
  signal?: AbortSignal | undefined;
  mostBytes?: number;
  pageBytes?: number;
}

/**
 * Whose the lost words are and where they belonged. Lives through the whole history, in a thread that is handed one page at a
 * time; call it only when something was lost. A history too long for that stops no compaction: null, and the words stay in the
 * archive, where history shows them.
 */
export const findRescue = async (
  db: Database,
  document: string,
  losses: readonly Loss[],
  { log, signal, mostBytes = MOST_BYTES, pageBytes = PAGE_BYTES }: RescueOptions = {},
): Promise<Rescue | null> => {
  const open = await listOpenRescues(db, document);
  const pages = readPages(db, document, { after: 0, upTo: LAST_SEQ, mostBytes, pageBytes });
  const feed = async () => (await pages.next()).value ?? null;
  try {
    const located = await askThread<Located[]>(LOCATE, { losses, open }, { feed, signal });
    const continued = new Set(located.flatMap(({ replaces }) => replaces.slice(0, 1)));
    const shown = new Set(open.filter(({ words }) => isOffered(words)).map(({ id }) => id));
    const fresh = located.filter(
      ({ words, replaces }) => isOffered(words) && !replaces.some((id) => shown.has(id)),
    );
    return {
      located,
      withdrawn: open.map(({ id }) => id).filter((id) => !continued.has(id)),
      fresh: fresh.length,
    };
  } catch (error) {
    // cut off is not too long: whoever starts next looks again
    signal?.throwIfAborted();
    log?.error('rescued words', error, { document });
    return null;
  }
};

/** White space alone is kept, and waits. */
const isOffered = (words: string): boolean => /\S/.test(words);

const LOCATE = new URL('./locate-worker.server.ts', import.meta.url);

/** Writes offers down; inside the transaction that takes their log rows in, so that each is found exactly once. */
export const keepRescue = async (
  tx: Database,
  document: string,
  { located, withdrawn }: Rescue,
): Promise<void> => {
  for (const one of located) {
    const [known] = one.replaces;
    // answered while the history was looked through: offered anew, rather than its new words lost
    const isExtended = known !== undefined && (await extendRescued(tx, known, one));
    if (!isExtended) await insertRescued(tx, document, one);
  }
  await withdrawRescued(tx, withdrawn);
};
