import { generateKeyBetween } from 'fractional-indexing';
import type * as Y from 'yjs';
import { setFact, withEntry } from '#collab/document/entries.ts';
import { LINKS, type LinkKind } from '#collab/document/field-names.ts';
import { firstKeys } from '#collab/document/order-keys.ts';
import { factLinks } from '#collab/document/read-facts.ts';

type Linking = 'findings' | 'moments';

/** Rests a finding or a moment on a message; linking twice is once. */
export const linkEvidence = (doc: Y.Doc, family: Linking, id: string, message: string): void =>
  link(doc, family, id, 'evidence', message);

export const unlinkEvidence = (doc: Y.Doc, family: Linking, id: string, message: string): void =>
  setFact(doc, family, id, LINKS.evidence + message, null);

/** Rests a finding on a moment. */
export const linkMoment = (doc: Y.Doc, finding: string, moment: string): void =>
  link(doc, 'findings', finding, 'moments', moment);

export const unlinkMoment = (doc: Y.Doc, finding: string, moment: string): void =>
  setFact(doc, 'findings', finding, LINKS.moments + moment, null);

/** Says that a finding is about a system; saying it twice is once. */
export const nameSystem = (doc: Y.Doc, finding: string, system: string): void =>
  link(doc, 'findings', finding, 'systems', system);

export const unnameSystem = (doc: Y.Doc, finding: string, system: string): void =>
  setFact(doc, 'findings', finding, LINKS.systems + system, null);

/** Links as an entry is first written with them. */
export function linkFacts(kind: LinkKind, ids: readonly string[]): Record<string, string> {
  const keys = firstKeys(ids.length);
  return Object.fromEntries(ids.map((id, at) => [LINKS[kind] + id, keys[at] ?? '']));
}

function link(doc: Y.Doc, family: Linking, id: string, kind: LinkKind, target: string): void {
  withEntry(doc, family, id, (facts) => {
    const linked = factLinks(facts, kind);
    if (linked.includes(target)) return;
    const last = facts.get(LINKS[kind] + linked.at(-1));
    facts.set(LINKS[kind] + target, generateKeyBetween(typeof last === 'string' ? last : null, null));
  });
}
