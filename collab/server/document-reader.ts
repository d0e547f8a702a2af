import type * as Y from 'yjs';
import { findLogPosition } from '#db/documents.ts';
import type { Database } from './options.ts';

export interface DocumentReaderOptions {
  db: Database;
  /** Lets `see` look at a document holding at least every row committed before the call; null when there is none. */
  look<Seen>(name: string, see: (doc: Y.Doc) => Seen): Promise<Seen | null>;
}

interface Kept {
  position: string;
  seen: Promise<unknown>;
}

/** As many as are likely to be read at one time; each some hundred kB of plain values. */
const KEPT = 50;

/**
 * Plain values read out of documents, anew only where the log has moved since: reading pages are asked for far more often than
 * words change. The position is the database's, so what is kept is right on every node.
 */
export const createDocumentReader = ({ db, look }: DocumentReaderOptions) => {
  const kept = new Map<string, Kept>();
  /** @param as what is read out of the document; whoever names it reads the same */
  return async <Seen>(name: string, as: string, see: (doc: Y.Doc) => Seen): Promise<Seen | null> => {
    const position = await findLogPosition(db, name);
    if (position === null) return null;
    const key = `${name} ${as}`;
    const known = kept.get(key);
    kept.delete(key);
    const current = known?.position === position ? known : { position, seen: look(name, see) };
    kept.set(key, current);
    current.seen.catch(() => kept.get(key) === current && kept.delete(key));
    for (const oldest of kept.keys()) {
      if (kept.size <= KEPT) break;
      kept.delete(oldest);
    }
    return current.seen as Promise<Seen | null>;
  };
};
