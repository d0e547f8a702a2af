import type { Connection, Extension } from '@hocuspocus/server';
import type * as Y from 'yjs';
import type { Context } from '../context.ts';
import { bringsGone, losesUnnamed } from '../rescue/find-losses.ts';
import { createIdSet } from '../rescue/id-set.ts';
import type { ParsedUpdate } from '../updates/parse-update.ts';

/** What a connection's update says, from its check until it is applied. */
export type Applying = WeakMap<Connection, ParsedUpdate>;

/**
 * Notices on the live document that words may just have been lost, so that the log is looked through now and not at the next
 * quiet moment. Only the log decides what was lost: it is whole, in order, and the same on every node.
 */
export const watchLosses = (applying: Applying, ask: (document: string) => void): Extension<Context> => ({
  extensionName: 'watch-losses',
  async afterLoadDocument({ document, documentName }) {
    document.on('afterTransaction', (transaction: Y.Transaction) => {
      const { connection } = (transaction.origin ?? {}) as { connection?: Connection };
      const update = connection && applying.get(connection);
      if (!update) return;
      applying.delete(connection);
      const named = () => createIdSet(update.deletes);
      if (losesUnnamed(transaction, named) || bringsGone(document, update, named)) ask(documentName);
    });
  },
});
