import { FACT, type FactFamily, LINKS } from '#collab/document/field-names.ts';
import type { ChangedFact } from '#domain/history/changes.ts';
import type { WhoOf } from './compare-pictures.ts';
import type { Picture } from './picture.ts';

const TOLD = [
  ['kind', FACT.kind],
  ['time', FACT.time],
  ['lane', FACT.lane],
  ['place', FACT.order],
] as const;

/** Facts of one part that are other ones now, each with whoever set it. */
export function changedFacts(
  before: Picture,
  after: Picture,
  family: FactFamily,
  id: string,
  whoOf: WhoOf,
): ChangedFact[] {
  const [had, has] = [before.facts[family][id] ?? {}, after.facts[family][id] ?? {}];
  const told = TOLD.flatMap(([fact, key]): ChangedFact[] => {
    const [one, other] = [had[key]?.value ?? null, has[key]?.value ?? null];
    if (JSON.stringify(one) === JSON.stringify(other)) return [];
    return [{ fact, before: one, after: other, by: whoOf('in', has[key]?.origin ?? []) }];
  });
  const linked = (['evidence', 'moments', 'systems'] as const).flatMap((kind): ChangedFact[] => {
    const keys = (facts: object) => Object.keys(facts).filter((key) => key.startsWith(LINKS[kind]));
    const added = keys(has).filter((key) => !(key in had));
    const gone = keys(had).filter((key) => !(key in has));
    if (added.length + gone.length === 0) return [];
    const by = new Set([
      ...added.flatMap((key) => whoOf('in', has[key]?.origin ?? [])),
      ...gone.flatMap((key) => whoOf('out', had[key]?.origin ?? [])),
    ]);
    return [{ fact: kind, before: gone.length, after: added.length, by: [...by] }];
  });
  return [...told, ...linked];
}
