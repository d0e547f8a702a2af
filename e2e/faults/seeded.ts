/** Chance that gives the same run again for the same seed (`SOAK_SEED`). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Of this run, unless one is asked for. */
export const ownSeed = (): number => Number(process.env.SOAK_SEED ?? Date.now() % 1_000_000);

export const pick = <T>(chance: () => number, among: readonly T[]): T | undefined =>
  among[Math.floor(chance() * among.length)];
