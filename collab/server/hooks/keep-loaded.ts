import type { Extension } from '@hocuspocus/server';
import type { AppendQueue } from '../append-queue.ts';
import type { Arrivals } from '../arrivals.ts';
import type { Context } from '../context.ts';

/**
 * A document stays in memory while an edit of it is on its way to the log, or somebody on their way to it. Otherwise the row
 * would be there and the newcomer's live document without it.
 */
export const keepLoaded = (queue: AppendQueue, arrivals: Arrivals): Extension<Context> => ({
  extensionName: 'keep-loaded',
  async beforeUnloadDocument({ documentName }) {
    if (queue.isAppending(documentName) || arrivals.expects(documentName)) throw new Error('still needed');
  },
});
