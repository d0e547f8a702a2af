import type { LogRow } from '#db/documents.ts';

/** What this node knows of a loaded document's log. */
export interface LiveDocument {
  /** rows applied here */
  readonly seen: Set<number>;
  /** rows not yet in a snapshot, as far as known */
  rows: number;
  /** bytes of snapshot and log together */
  bytes: number;
  /** the snapshot up to which everything taken out of the log has been seen */
  generation: number;
  /** below this number every row has been seen */
  floor: number;
  /** the floor to come, and since when it waits */
  nextFloor: number;
  floorAt: number;
}

export interface LiveDocuments {
  get(name: string): LiveDocument | undefined;
  names(): string[];
  start(name: string, snapshotBytes: number): LiveDocument;
  saw(name: string, row: LogRow): void;
  /** A snapshot has taken `rows` in, and everything together is `savedBytes` smaller. */
  shrank(name: string, rows: number, savedBytes: number): void;
  forget(name: string): void;
}

export const createLiveDocuments = (): LiveDocuments => {
  const live = new Map<string, LiveDocument>();
  return {
    get: (name) => live.get(name),
    names: () => [...live.keys()],
    start: (name, snapshotBytes) => {
      const started = {
        seen: new Set<number>(),
        rows: 0,
        bytes: snapshotBytes,
        generation: 0,
        floor: 0,
        nextFloor: 0,
        floorAt: performance.now(),
      };
      live.set(name, started);
      return started;
    },
    saw: (name, { seq, bytes }) => {
      const document = live.get(name);
      if (!document || document.seen.has(seq)) return;
      document.seen.add(seq);
      document.rows += 1;
      document.bytes += bytes.length;
    },
    shrank: (name, rows, savedBytes) => {
      const document = live.get(name);
      if (!document) return;
      document.rows = Math.max(0, document.rows - rows);
      document.bytes -= savedBytes;
    },
    forget: (name) => live.delete(name),
  };
};
