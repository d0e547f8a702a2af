import { FACT, type Facts, LINKS, type LinkKind } from '#collab/document/field-names.ts';
import type { MomentTime } from '#domain/write-up.ts';

export const factText = (facts: Facts, key: string): string => {
  const value = facts.get(key);
  return typeof value === 'string' ? value : '';
};

export const factOneOf = <T extends string>(
  facts: Facts,
  key: string,
  allowed: readonly T[],
  otherwise: T,
): T => allowed.find((one) => one === facts.get(key)) ?? otherwise;

/** Null where no time is stored or it makes no sense. */
export function factTime(facts: Facts): MomentTime | null {
  const time = facts.get(FACT.time);
  if (typeof time !== 'object' || time === null || !('certainty' in time)) return null;
  if (time.certainty === 'order-only') return { certainty: 'order-only' };
  if (time.certainty !== 'exact' && time.certainty !== 'about') return null;
  const start = 'start' in time ? instant(time.start) : null;
  const end = 'end' in time ? instant(time.end) : null;
  return start === null ? null : { certainty: time.certainty, start, end };
}

/** Ids this entry links to, in the order in which they were linked. */
export function factLinks(facts: Facts, kind: LinkKind): string[] {
  const prefix = LINKS[kind];
  return [...facts.entries()]
    .filter((entry): entry is [string, string] => entry[0].startsWith(prefix) && typeof entry[1] === 'string')
    .sort(([oneKey, one], [otherKey, other]) =>
      one === other ? (oneKey < otherKey ? -1 : 1) : one < other ? -1 : 1,
    )
    .map(([key]) => key.slice(prefix.length));
}

/** Years that every clock, calendar and scale of ours can show, in any zone; the rest is no time of a moment. */
const EARLIEST = Date.UTC(1000, 0, 1);
const LATEST = Date.UTC(9999, 0, 1);

function instant(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const at = Date.parse(value);
  return at >= EARLIEST && at < LATEST ? value : null;
}
