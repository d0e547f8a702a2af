const SLICE_MS = 12;

/** Work in slices: while a breath is taken between two of them, nobody else's acknowledgement waits for longer than one. */
export interface Breath {
  /** The slice has been long enough. */
  isDue(): boolean;
  /** Lets others go first where it is due. */
  take(): Promise<void>;
}

export const createBreath = (): Breath => {
  let sliceEnds = performance.now() + SLICE_MS;
  const isDue = () => performance.now() >= sliceEnds;
  return {
    isDue,
    take: async () => {
      if (!isDue()) return;
      await new Promise((resolve) => setImmediate(resolve));
      sliceEnds = performance.now() + SLICE_MS;
    },
  };
};
