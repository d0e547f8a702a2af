import type { Document, Extension } from '@hocuspocus/server';
import type { Context } from '../context.ts';
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
  extension: Extension<Context>;
  /** These rows are committed: other nodes read them now. Gives their numbers back. */
  committed(rows: readonly { document: string }[], seqs: number[]): number[];
  /** Another node has committed these. */
  told(document: string, seqs: readonly number[]): void;
}

/**
 * Committed rows are told by their numbers and read from the database by each node that has the document open, one reading a
 * document at a time: while it is under way the next numbers gather, so that a busy document costs fewer readings, not more.
 */
export const createRowRelay = ({ relay, behind, log, document }: RowRelayOptions): RowRelay => {
  const gathered = new Map<string, number[]>();
  /** told while the document was on its way into memory, and perhaps too late for its reading */
  const early = new Map<string, number[]>();

  const readOn = async (open: Document, seqs: number[]) => {
    gathered.set(open.name, seqs);
    try {
      while (seqs.length > 0 && !open.isDestroyed) await catchUpWith(behind, open, seqs.splice(0));
    } catch (error) {
      // the next look at the log finds them
      log.error('relayed rows', error);
    } finally {
      gathered.delete(open.name);
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
      return seqs;
    },
    told: (name, seqs) => {
      const open = document(name);
      if (gathered.has(name)) gathered.get(name)?.push(...seqs);
      else if (open) void readOn(open, [...seqs]);
      else if (behind.live.get(name)) early.set(name, [...(early.get(name) ?? []), ...seqs]);
    },
    extension: {
      extensionName: 'relay-rows',
      async afterLoadDocument({ document: open, documentName }) {
        const seqs = early.get(documentName);
        early.delete(documentName);
        if (seqs) void readOn(open, seqs);
      },
      async afterUnloadDocument({ documentName }) {
        early.delete(documentName);
      },
    },
  };
};
