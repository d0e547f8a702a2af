import type { CollabOptions } from '../options.ts';
import type { Compacted } from './compact-document.server.ts';

export interface Compactor {
  /** Asks for a document's compaction, now or after those under way. Asked twice, it runs once. */
  ask(name: string): void;
  /** Documents that wait, the one under way among them. */
  waiting(): number;
  /** Resolves when none is asked for and none is under way. */
  rest(): Promise<void>;
  /** Starts no more; resolves when the one under way has ended. */
  close(): Promise<void>;
}

/** One compaction at a time: it is background work on a shared machine. A failed one leaves everything in the log. */
export const createCompactor = (
  compact: (name: string) => Promise<Compacted | null>,
  onCompacted: (name: string, compacted: Compacted) => Promise<void>,
  log: CollabOptions['log'],
): Compactor => {
  const asked = new Set<string>();
  let running: Promise<void> | null = null;
  let isClosing = false;
  let current: string | null = null;

  const run = async () => {
    for (const name of asked) {
      if (isClosing) return;
      asked.delete(name);
      current = name;
      try {
        const compacted = await compact(name);
        if (!compacted) continue;
        await onCompacted(name, compacted);
        if (compacted.isPartial) asked.add(name);
      } catch (error) {
        // cut off by closing: everything is still in the log
        if (!isClosing) log.error('compaction', error, { document: name });
      } finally {
        current = null;
      }
    }
  };

  return {
    ask: (name) => {
      if (isClosing) return;
      asked.add(name);
      running ??= run().finally(() => {
        running = null;
      });
    },
    waiting: () => asked.size + (current === null ? 0 : 1),
    rest: async () => {
      while (running) await running;
    },
    close: async () => {
      isClosing = true;
      await running;
    },
  };
};
