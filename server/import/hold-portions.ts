import { changeImport, insertMessagesPart } from '#db/imports.ts';
import type { App } from '../app.ts';
import { Cancelled } from './cancelled.ts';
import type { Portion } from './reading.ts';

/** Keeps an export's messages portion by portion, each in a short transaction, counting as it goes. Throws when cancelled. */
export function holdPortions(app: App, id: string): (portion: Portion) => Promise<void> {
  let ordinal = 0;
  let done = 0;
  return async ({ channel, messages }) => {
    done += messages.length;
    await app.db.transaction().execute(async (tx) => {
      const goesOn = await changeImport(tx, id, 'reading', { done }, app.clock.now());
      if (!goesOn) throw new Cancelled();
      await insertMessagesPart(tx, { import: id, ordinal, channel, messages });
    });
    ordinal += 1;
  };
}
