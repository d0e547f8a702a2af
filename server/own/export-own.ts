import { listOwnRows } from '#db/own-data.ts';
import type { App, SignedIn } from '../app.ts';

/** Everything Soak holds of the person who asks, in one file (P12, R3). Nothing of anybody else, no secret. */
export async function exportOwn(app: App, person: SignedIn) {
  return {
    what: 'Everything this Soak holds of you, by table. What you wrote in write-ups is in the write-ups’ own exports.',
    exportedAt: app.clock.now().toISOString(),
    address: app.origin,
    data: await listOwnRows(app.db, person.id),
  };
}
