import type * as Y from 'yjs';
import { readWriteUp } from '#collab/document/read-write-up.ts';
import { findLogPosition } from '#db/documents.ts';
import type { WriteUp } from '#domain/write-up.ts';
import type { Database } from './options.ts';

export interface WriteUpReaderOptions {
  db: Database;
  /** A clone holding at least every row committed before the call; null when there is no such document. */
  read(name: string): Promise<Y.Doc | null>;
}

interface Kept {
  position: string;
  writeUp: Promise<WriteUp | null>;
}

/** As many write-ups as are likely to be read at one time; each some hundred kB of plain values. */
const KEPT = 50;

/**
 * Write-ups as plain values, read anew only where the log has moved since: reading pages are asked for far more often than
 * words change. The position is the database's, so what is kept is right on every node.
 */
export const createWriteUpReader = ({ db, read }: WriteUpReaderOptions) => {
  const kept = new Map<string, Kept>();
  const readAnew = async (name: string): Promise<WriteUp | null> => {
    const doc = await read(name);
    if (!doc) return null;
    try {
      return readWriteUp(doc);
    } finally {
      doc.destroy();
    }
  };
  return async (name: string): Promise<WriteUp | null> => {
    const position = await findLogPosition(db, name);
    if (position === null) return null;
    const known = kept.get(name);
    kept.delete(name);
    const current = known?.position === position ? known : { position, writeUp: readAnew(name) };
    kept.set(name, current);
    current.writeUp.catch(() => kept.get(name) === current && kept.delete(name));
    for (const oldest of kept.keys()) {
      if (kept.size <= KEPT) break;
      kept.delete(oldest);
    }
    return current.writeUp;
  };
};
