import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import type { Random } from './app.ts';

/** Strong randomness from the operating system. */
export const systemRandom: Random = {
  uuid: () => randomUUID(),
  bytes: (length) => new Uint8Array(randomBytes(length)),
  shuffle(items) {
    const shuffled = [...items];
    for (let last = shuffled.length - 1; last > 0; last--) {
      const other = randomInt(last + 1);
      const held = shuffled[last];
      shuffled[last] = shuffled[other] as (typeof items)[number];
      shuffled[other] = held as (typeof items)[number];
    }
    return shuffled;
  },
};
