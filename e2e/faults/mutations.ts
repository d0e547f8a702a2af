/** Chance that can be had again from its seed. */
export interface Chance {
  /** A whole number below `end`. */
  below(end: number): number;
  pick<T>(from: readonly T[]): T;
}

/** mulberry32: small, fast, and the same everywhere. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (end: number) => next() % Math.max(1, end);
  return {
    below,
    pick: (from) => {
      const picked = from[below(from.length)];
      if (picked === undefined) throw new Error('nothing to pick from');
      return picked;
    },
  };
}

/** Numbers that programs trip over, as bytes of a frame. */
const ODD = [
  [0x80],
  [0xff],
  [0x00],
  [0x7f],
  [0xff, 0xff, 0xff, 0xff, 0x0f],
  [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f],
  [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80],
  [0xc3, 0x28],
  [0xed, 0xa0, 0x80],
  [...new TextEncoder().encode('{"__proto__":{"x":1}}')],
];

type Mutation = (frame: number[], chance: Chance, others: readonly Uint8Array[]) => number[];
const at = (frame: number[], chance: Chance) => chance.below(frame.length + 1);

const MUTATIONS: Mutation[] = [
  (frame, chance) => frame.with(chance.below(frame.length), chance.below(256)),
  (frame, chance) => {
    const place = chance.below(frame.length);
    return frame.with(place, (frame[place] ?? 0) ^ (1 << chance.below(8)));
  },
  (frame, chance) => frame.slice(0, at(frame, chance)),
  (frame, chance) => frame.toSpliced(at(frame, chance), 0, ...chance.pick(ODD)),
  (frame, chance) => frame.toSpliced(at(frame, chance), 1 + chance.below(8)),
  (frame, chance) => frame.toSpliced(at(frame, chance), 1, ...chance.pick(ODD)),
  (frame, chance) => {
    const from = at(frame, chance);
    const piece = frame.slice(from, from + 1 + chance.below(40));
    return frame.toSpliced(at(frame, chance), 0, ...piece);
  },
  (frame, chance, others) => [
    ...frame.slice(0, at(frame, chance)),
    ...chance.pick(others).slice(chance.below(40)),
  ],
  (frame) => [...frame, ...frame],
  (frame) => frame,
];

/** One to three changes of a frame; sometimes none, so that honest frames come in between. */
export function mutated(frame: Uint8Array, chance: Chance, others: readonly Uint8Array[]): Uint8Array {
  let bytes = [...frame];
  for (let changes = 1 + chance.below(3); changes > 0 && bytes.length > 0; changes--)
    bytes = chance.pick(MUTATIONS)(bytes, chance, others);
  return Uint8Array.from(bytes);
}
