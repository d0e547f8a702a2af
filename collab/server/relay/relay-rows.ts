import type { Document } from '@hocuspocus/server';
import type { CollabOptions } from '../options.ts';
import { type CatchUpOptions, catchUpWith } from '../poll-log.ts';
import type { Relay } from './relay.ts';

export interface RowRelayOptions {
  relay: Relay;
  behind: CatchUpOptions;
  log: CollabOptions['log'];
  document(name: string): Document | undefined;
}

export interface RowRelay {
  /** These rows are committed: other nodes read them now. */
  committed(rows: readonly { document: string }[], seqs: readonly number[]): void;
  /** Another node has committed these. */
  told(document: string, seqs: readonly number[]): void;
}

/**
 * Committed rows are told by their numbers and read from the database by each node that has the document open, one reading a
 * document at a time: while it is under way the next numbers gather, so that a busy document costs fewer readings, not more.
 */
export const createRowRelay = ({ relay, behind, log, document }: RowRelayOptions): RowRelay => {
  const gathered = new Map<string, number[]>();

  const readOn = async (name: string) => {
    for (;;) {
      const seqs = gathered.get(name)?.splice(0) ?? [];
      const open = document(name);
      if (seqs.length === 0 || !open) break;
      await catchUpWith(behind, open, seqs);
    }
  };

  return {
    committed: (rows, seqs) => {
      const byDocument = new Map<string, number[]>();
      for (const [index, row] of rows.entries()) {
        const told = byDocument.get(row.document) ?? [];
        byDocument.set(row.document, told);
        const seq = seqs[index];
        if (seq !== undefined) told.push(seq);
      }
      for (const [name, told] of byDocument) relay.tell({ kind: 'rows', document: name, seqs: told });
    },
    told: (name, seqs) => {
      if (!document(name)) return;
      const waiting = gathered.get(name);
      if (waiting) return void waiting.push(...seqs);
      gathered.set(name, [...seqs]);
      // rows that could not be read now are found by the next poll
      readOn(name)
        .catch((error) => log.error('relayed rows', error))
        .finally(() => gathered.delete(name));
    },
  };
};
