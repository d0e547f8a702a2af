import { countNames, deleteNames, insertVersion } from '#db/document-versions.ts';
import { type Refused, refuse } from '#domain/refused.ts';
import type { App, SignedIn } from '../app.ts';
import { requireVersion } from './require-version.ts';

const MOST_NAMES = 500;

/** Gives a version a name, another one, or, with an empty one, none. */
export async function nameVersion(
  app: App,
  person: SignedIn,
  id: string | undefined,
  seq: string | undefined,
  name: string,
): Promise<true | Refused> {
  const { document, version } = await requireVersion(app, person, id, seq);
  return app.db.transaction().execute(async (tx) => {
    await deleteNames(tx, document, version.seq);
    if (name === '') return true;
    if ((await countNames(tx, document)) >= MOST_NAMES)
      return refuse(`${MOST_NAMES} versions have a name already. Take one away first.`);
    await insertVersion(tx, {
      id: app.random.uuid(),
      document,
      seq: version.seq,
      kind: 'named',
      name,
      person: person.id,
      meeting: null,
      at: app.clock.now(),
    });
    return true;
  });
}
