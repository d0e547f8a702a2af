import { holdAdministrators } from '#db/people.ts';
import type { App } from '../app.ts';
import { makeLink } from './one-time-link.ts';

/** The address where the first administrator sets this workspace up, or null once there is one. A newer one voids the older. */
export async function offerSetUp(
  app: Pick<App, 'db' | 'random' | 'origin' | 'signInClock'>,
): Promise<string | null> {
  return app.db.transaction().execute(async (tx) => {
    const administrators = await holdAdministrators(tx);
    return administrators.length > 0 ? null : makeLink(app, tx, 'set-up', null);
  });
}
