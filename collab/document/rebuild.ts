import * as Y from 'yjs';
import { fillWords } from '#collab/document/entries.ts';
import { FACT, FACT_FAMILIES, type FactFamily, factsOf, WORDS } from '#collab/document/field-names.ts';
import { isRemoved, placed } from '#collab/document/order-keys.ts';
import { readStructure } from '#collab/document/read-structure.ts';
import { WriteUpPlaces } from '#collab/document/write-up-places.ts';

/**
 * A new document that reads the same and remembers nothing: no deleted word, no part that was taken out, no earlier value of a fact,
 * nobody's client id. What no reader sees goes too: a red herring's further parts under another kind. `doc` stays as it is.
 */
export function rebuilt(doc: Y.Doc): Y.Doc {
  const fresh = new Y.Doc();
  fresh.transact(() => {
    for (const family of FACT_FAMILIES) copyFacts(doc, fresh, family);
    const unseen = unseenPlaces(doc);
    for (const { place } of new WriteUpPlaces(doc).present)
      copyPlace(doc, fresh, place, { empty: unseen.has(place) });
  });
  return fresh;
}

function copyFacts(doc: Y.Doc, fresh: Y.Doc, family: FactFamily): void {
  const moments = new Set(present(doc, 'moments').map(({ id }) => id));
  for (const { id, facts } of present(doc, family)) {
    // an account goes with its moment
    if (family === 'accounts' && !moments.has(String(facts.get(FACT.moment)))) continue;
    const values = [...facts.entries()].filter(([, value]) => isPlain(value));
    factsOf(fresh, family).set(id, new Y.Map(values));
  }
}

const present = (doc: Y.Doc, family: FactFamily) =>
  placed(doc, family).filter(({ facts }) => !isRemoved(facts));

/** What a hostile client nested in a fact is no fact. */
const isPlain = (value: unknown): boolean => !(value instanceof Y.AbstractType) && !(value instanceof Y.Doc);

/** Every kind of finding has a red herring's places; they are read in a red herring alone. */
const unseenPlaces = (doc: Y.Doc): Set<string> =>
  new Set(
    readStructure(doc)
      .findings.filter(({ kind }) => kind !== 'red-herring')
      .flatMap(({ id }) => [WORDS.findingReasonable(id), WORDS.findingEnded(id)]),
  );

function copyPlace(doc: Y.Doc, fresh: Y.Doc, place: string, { empty }: { empty: boolean }): void {
  const children = empty ? [] : copyChildren(doc.getXmlFragment(place));
  if (children.length > 0) fresh.getXmlFragment(place).insert(0, children);
  else fillWords(fresh, place, []);
}

type Child = Y.XmlElement | Y.XmlText;

const copyChildren = (node: Y.XmlFragment): Child[] =>
  node
    .toArray()
    .flatMap((child): Child[] =>
      child instanceof Y.XmlText
        ? [copyText(child)]
        : child instanceof Y.XmlElement
          ? [copyElement(child)]
          : [],
    );

/** Yjs' own `clone` leaves out attributes that are no strings: a heading's level, for one. */
function copyElement(element: Y.XmlElement): Y.XmlElement {
  const copy = new Y.XmlElement(element.nodeName);
  const attributes: Record<string, unknown> = element.getAttributes();
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined && isPlain(value)) copy.setAttribute(name, value as string);
  copy.insert(0, copyChildren(element));
  return copy;
}

function copyText(text: Y.XmlText): Y.XmlText {
  const copy = new Y.XmlText();
  const runs: { insert: unknown }[] = text.toDelta();
  copy.applyDelta(runs.filter(({ insert }) => isPlain(insert)));
  return copy;
}
