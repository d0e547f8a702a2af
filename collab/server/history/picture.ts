import * as Y from 'yjs';
import { FACT_FAMILIES, type FactFamily, factsOf } from '#collab/document/field-names.ts';
import { readLine } from '#collab/document/read-blocks.ts';
import { readStructure, type Structure } from '#collab/document/read-structure.ts';
import { type Origin, placeTokens, type Token } from './place-tokens.ts';

/** A version as comparing needs it: its parts with their facts, and every place's tokens. */
export interface Picture {
  structure: Structure;
  facts: Record<FactFamily, Record<string, Record<string, { value: unknown; origin: Origin }>>>;
  line(name: string): string;
  tokens(name: string): Token[];
}

/** Takes the picture of a document as it stands; the document may go on afterwards. */
export function takePicture(doc: Y.Doc): Picture {
  const names = [...doc.share.keys()];
  const isWords = (name: string) => doc.share.get(name) instanceof Y.XmlFragment || isUntyped(doc, name);
  const places = new Map(
    names.filter((name) => !FAMILIES.has(name) && isWords(name)).map((name) => [name, doc.getXmlFragment(name)]),
  );
  const tokens = new Map([...places].map(([name, fragment]) => [name, placeTokens(fragment)]));
  const lines = new Map([...places].map(([name, fragment]) => [name, readLine(fragment)]));
  return {
    structure: readStructure(doc),
    facts: {
      sections: factsIn(doc, 'sections'),
      findings: factsIn(doc, 'findings'),
      moments: factsIn(doc, 'moments'),
      accounts: factsIn(doc, 'accounts'),
    },
    line: (name) => lines.get(name) ?? '',
    tokens: (name) => tokens.get(name) ?? [],
  };
}

const FAMILIES: ReadonlySet<string> = new Set(FACT_FAMILIES);

/** Read from an update, a root has no type before somebody asks for one. */
const isUntyped = (doc: Y.Doc, name: string): boolean =>
  doc.share.get(name)?.constructor === Y.AbstractType;

function factsIn(doc: Y.Doc, family: FactFamily): Picture['facts'][FactFamily] {
  const entries: Picture['facts'][FactFamily] = {};
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
