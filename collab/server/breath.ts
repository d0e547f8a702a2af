const SLICE_MS = 12;

/** Work in slices: await this between two pieces, and nobody else's acknowledgement waits for longer than a slice. */
export const createBreath = (): (() => Promise<void>) => {
  let sliceEnds = performance.now() + SLICE_MS;
  return async () => {
    if (performance.now() < sliceEnds) return;
    await new Promise((resolve) => setImmediate(resolve));
    sliceEnds = performance.now() + SLICE_MS;
  };
};
