/** Changes recorded frames at random, the same way for the same seed. */
export const createMutations = (seed: number): ((frames: readonly Uint8Array[]) => Uint8Array) => {
  const chance = chanceFrom(seed);
  const below = (count: number) => Math.floor(chance() * count);
  const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T;
  const bytes = (count: number) => Uint8Array.from({ length: count }, () => below(256));
  const span = (of: Uint8Array): [number, number] => {
    const from = below(of.length + 1);
    return [from, Math.min(of.length, from + 1 + below(8))];
  };
  const put = (of: Uint8Array, [from, to]: [number, number], what: Uint8Array) =>
    joined(of.subarray(0, from), what, of.subarray(to));

  const changes: ((frame: Uint8Array, frames: readonly Uint8Array[]) => Uint8Array)[] = [
    // one bit
    (frame) => {
      const copy = Uint8Array.from(frame);
      const at = below(copy.length);
      copy[at] = (copy[at] ?? 0) ^ (1 << below(8));
      return copy;
    },
    // a number at its limits
    (frame) => put(frame, span(frame), pick(EXTREMES)),
    (frame) => put(frame, span(frame), bytes(below(9))),
    (frame) => frame.subarray(0, below(frame.length)),
    (frame) => joined(frame, bytes(1 + below(40))),
    (frame) => {
      const [from, to] = span(frame);
      return joined(frame.subarray(0, to), frame.subarray(from));
    },
    (frame, frames) => {
      const other = pick(frames);
      return joined(frame.subarray(0, below(frame.length)), other.subarray(below(other.length)));
    },
    // as it was: sent once more, or by somebody else
    (frame) => frame,
  ];
  return (frames) => {
    let frame = pick(frames);
    for (let times = 1 + below(3); times > 0; times--) frame = pick(changes)(frame, frames);
    return frame;
  };
};

/** Numbers of variable length at the ends of what 32 and 53 bits hold, without an end, and signed. */
const EXTREMES = [
  [0],
  [0x7f],
  [0xff, 0xff, 0xff, 0xff, 0x0f],
  [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f],
  [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
  [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01],
  [0xc0, 0x80],
].map((bytes) => Uint8Array.from(bytes));

const joined = (...parts: Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]));

/** mulberry32: a small generator whose numbers depend on the seed alone. */
const chanceFrom = (seed: number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};
