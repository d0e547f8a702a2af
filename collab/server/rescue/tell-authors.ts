import type { Hocuspocus } from '@hocuspocus/server';
import { RESCUED } from '#collab/document/rescued.ts';
import { listRescueMarks } from '#db/rescued-words.ts';
import type { Context } from '../context.ts';
import type { Database } from '../options.ts';

/**
 * Tells people's open tabs that what is offered to them has changed; the offers themselves are read over HTTP, each person's
 * own. Every node asks the rows, so it does not matter which one found them.
 */
export const createAuthorTelling = (
  db: Database,
  hocuspocus: () => Hocuspocus<Context>,
): (() => Promise<void>) => {
  let told = new Map<string, string>();
  return async () => {
    const documents = hocuspocus().documents;
    const marks = await listRescueMarks(db, [...documents.keys()]);
    const now = new Map(marks.map(({ document, person, mark }) => [`${document} ${person}`, mark]));
    const changed = new Set([...now.keys(), ...told.keys()].filter((key) => now.get(key) !== told.get(key)));
    told = now;
    if (changed.size === 0) return;
    for (const [name, document] of documents)
      for (const connection of document.getConnections())
        if (changed.has(`${name} ${(connection.context as Context).socket?.person.id}`))
          connection.sendStateless(RESCUED);
  };
};
