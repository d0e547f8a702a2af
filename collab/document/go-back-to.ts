import * as Y from 'yjs';
import { putEntry } from '#collab/document/entries.ts';
import { FACT, FACT_FAMILIES, type FactFamily, factsOf, WORDS } from '#collab/document/field-names.ts';
import { readBlocks, readLine } from '#collab/document/read-blocks.ts';
import { readStructure } from '#collab/document/read-structure.ts';
import { setLine, setWords } from '#collab/document/set-words.ts';
import type { PutBack } from '#domain/history/version.ts';

/**
 * Makes a document, or one part of it, read as `then` does: a new edit, after which everything that was written since is
 * still in the history. Parts that came later are taken out by their fact, their words stay. Changes as little as differs.
 * @returns false where `then` has no such part
 */
export function goBackTo(doc: Y.Doc, then: Y.Doc, part: PutBack): boolean {
  if (part.kind === 'whole') {
    doc.transact(() => putWholeBack(doc, then));
    return true;
  }
  const family = `${part.kind}s` as const;
  if (!readStructure(then)[family].some(({ id }) => id === part.id)) return false;
  doc.transact(() => putPartBack(doc, then, family, part.id));
  return true;
}

function putWholeBack(doc: Y.Doc, then: Y.Doc): void {
  setLine(doc, WORDS.title, readLine(then.getXmlFragment(WORDS.title)));
  setLine(doc, WORDS.standfirst, readLine(then.getXmlFragment(WORDS.standfirst)));
  for (const family of FACT_FAMILIES)
    for (const id of new Set([...factsOf(doc, family).keys(), ...factsOf(then, family).keys()])) {
      const isThere = setFacts(doc, then, family, id, true);
      if (isThere) setEntryWords(doc, then, family, id, () => false);
    }
}

function putPartBack(doc: Y.Doc, then: Y.Doc, family: 'sections' | 'findings' | 'moments', id: string): void {
  const own = new Set(placesOf(family, id).map(({ name }) => name));
  const accounts = family === 'moments' ? accountsOf(doc, then, id) : [];
  for (const account of accounts) own.add(WORDS.account(account));
  const isTaken = idsElsewhere(doc, own);
  setFacts(doc, then, family, id, false);
  setEntryWords(doc, then, family, id, isTaken);
  for (const account of accounts)
    if (setFacts(doc, then, 'accounts', account, true))
      setEntryWords(doc, then, 'accounts', account, isTaken);
}

/** Every account that stands, or stood, under a moment. */
const accountsOf = (doc: Y.Doc, then: Y.Doc, moment: string): Set<string> =>
  new Set(
    [doc, then].flatMap((one) =>
      [...factsOf(one, 'accounts')]
        .filter(([, facts]) => facts instanceof Y.Map && facts.get(FACT.moment) === moment)
        .map(([id]) => id),
    ),
  );

/** @param withPlace whether its place among the others is put back too; @returns whether the part is there in `then` */
function setFacts(doc: Y.Doc, then: Y.Doc, family: FactFamily, id: string, withPlace: boolean): boolean {
  const wanted = plainFacts(then, family, id);
  const facts = factsOf(doc, family).get(id);
  if (!wanted) {
    if (facts instanceof Y.Map && facts.get(FACT.removed) !== true) facts.set(FACT.removed, true);
    return false;
  }
  if (!(facts instanceof Y.Map)) putEntry(doc, family, id, wanted);
  else
    for (const key of new Set([...facts.keys(), ...Object.keys(wanted)])) {
      if (key === FACT.order && !withPlace) continue;
      if (!(key in wanted)) facts.delete(key);
      else if (JSON.stringify(facts.get(key)) !== JSON.stringify(wanted[key])) facts.set(key, wanted[key]);
    }
  return wanted[FACT.removed] !== true;
}

function plainFacts(doc: Y.Doc, family: FactFamily, id: string): Record<string, unknown> | null {
  const facts = factsOf(doc, family).get(id);
  return facts instanceof Y.Map ? Object.fromEntries(facts.entries()) : null;
}

function setEntryWords(
  doc: Y.Doc,
  then: Y.Doc,
  family: FactFamily,
  id: string,
  isTaken: (id: string) => boolean,
): void {
  for (const { name, shape } of placesOf(family, id)) {
    const fragment = then.getXmlFragment(name);
    if (shape === 'line') setLine(doc, name, readLine(fragment));
    else setWords(doc, name, readBlocks(fragment), isTaken);
  }
}

interface Place {
  name: string;
  shape: 'line' | 'body';
}
const line = (name: string): Place => ({ name, shape: 'line' });
const body = (name: string): Place => ({ name, shape: 'body' });

function placesOf(family: FactFamily, id: string): Place[] {
  switch (family) {
    case 'sections':
      return [line(WORDS.sectionTitle(id)), body(WORDS.section(id))];
    case 'findings':
      return [
        line(WORDS.findingTitle(id)),
        body(WORDS.finding(id)),
        body(WORDS.findingReasonable(id)),
        body(WORDS.findingEnded(id)),
      ];
    case 'moments':
      return [body(WORDS.moment(id))];
    case 'accounts':
      return [body(WORDS.account(id))];
  }
}

/** Whether a block outside these places has an id: one dragged elsewhere meanwhile keeps it. */
function idsElsewhere(doc: Y.Doc, own: ReadonlySet<string>): (id: string) => boolean {
  const ids = new Set<string>();
  for (const family of FACT_FAMILIES)
    for (const id of factsOf(doc, family).keys())
      for (const { name } of placesOf(family, id).filter((place) => !own.has(place.name)))
        for (const block of readBlocks(doc.getXmlFragment(name))) ids.add(block.id);
  return (id) => id !== '' && ids.has(id);
}
