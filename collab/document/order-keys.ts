import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import type * as Y from 'yjs';
import { FACT, type FactFamily, type Facts, factsOf } from '#collab/document/field-names.ts';

export interface Placed {
  id: string;
  facts: Facts;
  order: string;
}

/** Entries in reading order, removed ones too: by order key, then by id where two people chose the same place. */
export function placed(doc: Y.Doc, family: FactFamily): Placed[] {
  const entries: Placed[] = [];
  for (const [id, facts] of factsOf(doc, family).entries()) {
    if (!isFacts(facts)) continue;
    const order = facts.get(FACT.order);
    entries.push({ id, facts, order: typeof order === 'string' ? order : '~' });
  }
  return entries.sort(byPlace);
}

export const isRemoved = (facts: Facts): boolean => facts.get(FACT.removed) === true;

/** Keys for `count` entries in a row from the beginning. */
export const firstKeys = (count: number): string[] => generateNKeysBetween(null, null, count);

/** A key directly behind `after`; null is the beginning, undefined the end. */
export function keyAfter(entries: readonly Placed[], after: string | null | undefined): string {
  const at = after === null ? -1 : entries.findIndex((entry) => entry.id === after);
  if (after !== null && at === -1) return keyBetween(entries.at(-1)?.order, undefined);
  const before = entries[at]?.order;
  const next = entries.slice(at + 1).find((entry) => before === undefined || entry.order > before);
  return keyBetween(before, next?.order);
}

function keyBetween(before: string | undefined, after: string | undefined): string {
  try {
    return generateKeyBetween(before ?? null, after ?? null);
  } catch {
    return generateKeyBetween(null, null);
  }
}

function byPlace(one: Placed, other: Placed): number {
  if (one.order !== other.order) return one.order < other.order ? -1 : 1;
  return one.id < other.id ? -1 : 1;
}

const isFacts = (value: unknown): value is Facts =>
  typeof value === 'object' && value !== null && 'get' in value && 'set' in value;
