/** The hidden field in which a form says how it was loaded. */
export const AS_LOADED = 'asLoaded';

/** A form's pieces as they stood in it when it was loaded. It comes back from a browser: it is compared, never stored. */
export type Loaded = Readonly<Record<string, unknown>>;

/**
 * A form posts everything it shows, though a hand has changed little of it. What this hand left as it was loaded stays as it is
 * stored now, whoever has changed it meanwhile. Of a list, what this hand put in or took out is put in or taken out.
 * @returns what is to be stored, and the pieces changed by this hand and by another, differently: there it has this hand's
 */
export function joinChanges<T extends object>(
  loaded: Loaded,
  stored: T,
  typed: T,
): { joined: T; both: (keyof T & string)[] } {
  const joined = { ...typed };
  const both: (keyof T & string)[] = [];
  for (const piece of Object.keys(typed) as (keyof T & string)[]) {
    const [before, now, mine] = [loaded[piece], stored[piece], typed[piece]];
    if (isSame(mine, before)) joined[piece] = now;
    else if (isSame(now, before) || isSame(now, mine)) continue;
    else if (Array.isArray(before) && Array.isArray(now) && Array.isArray(mine))
      joined[piece] = joinLists(before, now, mine) as T[typeof piece];
    else both.push(piece);
  }
  return { joined, both };
}

/** In what order a list's entries or an object's fields stand makes no difference. */
export const isSame = (a: unknown, b: unknown): boolean => keyOf(a) === keyOf(b);

const joinLists = (before: readonly unknown[], now: readonly unknown[], mine: readonly unknown[]) => {
  const [were, are, left] = [before, now, mine].map((list) => new Set(list.map(keyOf)));
  return [
    ...now.filter((entry) => left?.has(keyOf(entry)) || !were?.has(keyOf(entry))),
    ...mine.filter((entry) => !were?.has(keyOf(entry)) && !are?.has(keyOf(entry))),
  ];
};

const keyOf = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(keyOf).sort().join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  return `{${Object.entries(value)
    .flatMap(([name, field]) => (field === undefined ? [] : [`${name}:${keyOf(field)}`]))
    .sort()
    .join()}}`;
};
