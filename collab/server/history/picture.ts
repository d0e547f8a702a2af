import * as Y from 'yjs';
import { FACT_FAMILIES, type FactFamily, factsOf } from '#collab/document/field-names.ts';
import { readLine } from '#collab/document/read-blocks.ts';
import { readStructure, type Structure } from '#collab/document/read-structure.ts';
import { type Origin, placeTokens, type Token } from './place-tokens.ts';

type FactsOfFamily = Record<string, Record<string, { value: unknown; origin: Origin }>>;

/** A version as comparing needs it: its parts with their facts; places are read when asked for. */
export interface Picture {
  structure: Structure;
  facts: Record<FactFamily, FactsOfFamily>;
  line(name: string): string;
  tokens(name: string): Token[];
}

/** The picture of a document that stays as it is while it is looked at. */
export function takePicture(doc: Y.Doc): Picture {
  const [sections, findings, moments, accounts] = FACT_FAMILIES.map((family) => factsIn(doc, family));
  const none: FactsOfFamily = {};
  return {
    structure: readStructure(doc),
    facts: {
      sections: sections ?? none,
      findings: findings ?? none,
      moments: moments ?? none,
      accounts: accounts ?? none,
    },
    line: (name) => readLine(doc.getXmlFragment(name)),
    tokens: (name) => placeTokens(doc.getXmlFragment(name)),
  };
}

function factsIn(doc: Y.Doc, family: FactFamily): FactsOfFamily {
  const entries: FactsOfFamily = {};
  for (const [id, facts] of factsOf(doc, family).entries()) {
    if (!(facts instanceof Y.Map)) continue;
    const own: (typeof entries)[string] = {};
    for (const [key, item] of facts._map)
      if (!item.deleted) own[key] = { value: facts.get(key), origin: [{ ...item.id, length: item.length }] };
    entries[id] = own;
  }
  return entries;
}

/** A version in which there is nothing. */
export const NOTHING: Picture = {
  structure: { sections: [], findings: [], moments: [] },
  facts: { sections: {}, findings: {}, moments: {}, accounts: {} },
  line: () => '',
  tokens: () => [],
};
