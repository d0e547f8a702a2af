import {
  extendRescued,
  insertRescued,
  listHistory,
  listOpenRescues,
  withdrawRescued,
} from '#db/rescued-words.ts';
import { askThread } from '../compaction/ask-thread.server.ts';
import type { CollabOptions, Database } from '../options.ts';
import type { Loss } from './find-losses.ts';
import type { Located } from './locate-words.ts';

/** Offers to write down, and the open ones nothing is left of. */
export interface Rescue {
  located: Located[];
  withdrawn: number[];
}

/**
 * Whose the lost words are and where they belonged. Reads the whole history; call it only when something was lost. A history
 * too long to live through stops no compaction: null, and the words stay in the archive, where history shows them.
 */
export const findRescue = async (
  db: Database,
  document: string,
  losses: readonly Loss[],
  log?: CollabOptions['log'],
): Promise<Rescue | null> => {
  const open = await listOpenRescues(db, document);
  const history = await listHistory(db, document);
  try {
    const located = await askThread<Located[]>(LOCATE, { history, losses, open });
    const continued = new Set(located.flatMap(({ replaces }) => replaces.slice(0, 1)));
    return { located, withdrawn: open.map(({ id }) => id).filter((id) => !continued.has(id)) };
  } catch (error) {
    log?.error('rescued words', error, { document });
    return null;
  }
};

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
