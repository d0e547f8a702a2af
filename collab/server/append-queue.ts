import { CLOSE } from '#collab/document/close-reasons.ts';
import type { LoggedUpdate } from '#db/documents.ts';
import { Refusal } from './refusal.ts';

export interface AppendQueue {
  /** Resolves with the row's number once it is committed; a Refusal when it failed or took too long. It may still commit. */
  append(update: LoggedUpdate): Promise<number>;
  /** True while an append of this document has not ended. */
  isAppending(document: string): boolean;
  /** Edits under way, and of how many sittings. */
  waiting(): { edits: number; sittings: number };
  /** Resolves when nothing is under way, or after `withinMs`. */
  drain(withinMs: number): Promise<void>;
}

interface Waiting {
  update: LoggedUpdate;
  done(seq: number): void;
  failed(error: unknown): void;
  ended: boolean;
}

const BATCH_ROWS = 400;
const BATCH_BYTES = 4 * 1024 * 1024;

/**
 * The group commit: everything that waits goes out in one INSERT per turn of the event loop, one INSERT at a time. A batch
 * that fails is tried again row by row, so that only the row that cannot be stored ends its connection.
 */
export const createAppendQueue = (
  insert: (updates: readonly LoggedUpdate[]) => Promise<number[]>,
  appendMs: number,
  onEnd: (document: string) => void,
  onCommit: (milliseconds: number) => void = () => {},
): AppendQueue => {
  const waiting: Waiting[] = [];
  const underWay = new Set<Waiting>();
  const perDocument = new Map<string, number>();
  let isWriting = false;
  let isPlanned = false;

  const append = (update: LoggedUpdate) =>
    new Promise<number>((resolve, reject) => {
      const began = performance.now();
      const late = setTimeout(() => entry.failed(new Error(`no commit within ${appendMs} ms`)), appendMs);
      const end = (settle: () => void) => {
        if (entry.ended) return;
        entry.ended = true;
        clearTimeout(late);
        underWay.delete(entry);
        count(update.document, -1);
        settle();
        onEnd(update.document);
      };
      const entry: Waiting = {
        update,
        ended: false,
        done: (seq) =>
          end(() => {
            onCommit(performance.now() - began);
            resolve(seq);
          }),
        failed: (error) => end(() => reject(new Refusal(CLOSE.cannotSave, error))),
      };
      count(update.document, 1);
      underWay.add(entry);
      waiting.push(entry);
      plan();
    });

  const count = (document: string, by: number) => {
    const now = (perDocument.get(document) ?? 0) + by;
    if (now > 0) perDocument.set(document, now);
    else perDocument.delete(document);
  };

  const plan = () => {
    if (isPlanned || isWriting || waiting.length === 0) return;
    isPlanned = true;
    setImmediate(() => {
      isPlanned = false;
      void writeBatch();
    });
  };

  const writeBatch = async () => {
    if (isWriting) return;
    const batch = takeBatch(waiting);
    if (batch.length === 0) return;
    const isDue = beginWriting();
    // an INSERT that hangs must not hold up those after it for longer than their own limit
    const free = setTimeout(isDue, appendMs);
    const tell = await store(batch);
    clearTimeout(free);
    // what waited meanwhile goes out before a crowd is told what is stored: that takes longer than a commit
    isDue();
    tell();
  };

  /** Gives what lets the next batch begin; once, however often it is called. */
  const beginWriting = () => {
    isWriting = true;
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      isWriting = false;
      void writeBatch();
    };
  };

  /** Resolves with what tells those who wait. */
  const store = async (batch: readonly Waiting[]): Promise<() => void> => {
    try {
      const seqs = await insert(batch.map(({ update }) => update));
      return () => settle(batch, seqs);
    } catch (error) {
      if (batch.length > 1) for (const entry of batch) if (!entry.ended) (await store([entry]))();
      return () => {
        if (batch.length === 1) batch[0]?.failed(error);
      };
    }
  };

  return {
    append,
    isAppending: (document) => perDocument.has(document),
    waiting: () => ({
      edits: underWay.size,
      sittings: new Set([...underWay].map(({ update }) => update.sitting)).size,
    }),
    drain: async (withinMs) => {
      const until = performance.now() + withinMs;
      while (perDocument.size > 0 && performance.now() < until) await new Promise((r) => setTimeout(r, 10));
    },
  };
};

const takeBatch = (waiting: Waiting[]): Waiting[] => {
  const batch: Waiting[] = [];
  let bytes = 0;
  while (waiting.length > 0 && batch.length < BATCH_ROWS && bytes < BATCH_BYTES) {
    const entry = waiting.shift();
    if (!entry || entry.ended) continue;
    batch.push(entry);
    bytes += entry.update.bytes.length;
  }
  return batch;
};

const settle = (batch: readonly Waiting[], seqs: readonly number[]): void => {
  batch.forEach((entry, index) => {
    const seq = seqs[index];
    if (seq === undefined) entry.failed(new Error('the database answered fewer rows than it was given'));
    else entry.done(seq);
  });
};
