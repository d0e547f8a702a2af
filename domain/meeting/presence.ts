import type { PersonId } from '#domain/ids.ts';

/** M10: seen this long ago at most, somebody is present. */
export const PRESENT_SECONDS = 30;

/** Those present, of all who were ever seen in the room; in the order of `sights`. */
export const presentAmong = (sights: ReadonlyMap<PersonId, Date>, now: Date): PersonId[] =>
  [...sights]
    .filter(([, at]) => now.getTime() - at.getTime() <= PRESENT_SECONDS * 1000)
    .map(([person]) => person);
