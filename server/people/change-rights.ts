import { raiseRightsCounter } from '#db/rights.ts';
import { isRefused } from '#domain/refused.ts';
import type { App, Database } from '../app.ts';

/**
 * One transaction that takes or gives rights: it raises the counter every node watches, and after the commit open sockets
 * are judged again here (P7). A refusal takes the transaction back and raises nothing.
 */
export async function changeRights<T>(app: App, change: (tx: Database) => Promise<T>): Promise<T> {
  try {
    const result = await app.db.transaction().execute(async (tx) => {
      const changed = await change(tx);
      if (isRefused(changed)) throw new TakenBack(changed);
      await raiseRightsCounter(tx);
      return changed;
    });
    app.collab.rightsChanged();
    return result;
  } catch (error) {
    if (error instanceof TakenBack) return error.refusal as T;
    throw error;
  }
}

class TakenBack extends Error {
  readonly refusal: unknown;
  constructor(refusal: unknown) {
    super('refused');
    this.refusal = refusal;
  }
}
