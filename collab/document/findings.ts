import type * as Y from 'yjs';
import {
  type After,
  addEntry,
  fillLine,
  fillWords,
  moveEntry,
  removeEntry,
  restoreEntry,
  setFact,
} from '#collab/document/entries.ts';
import { FACT, WORDS } from '#collab/document/field-names.ts';
import { linkFacts } from '#collab/document/links.ts';
import type { Finding, FindingKind } from '#domain/write-up.ts';

type NewFinding = Pick<Finding, 'id' | 'kind'> & Partial<Finding>;

/** Adds a finding with its words. Every kind has the three places, so that a change of kind loses nothing. */
export function addFinding(doc: Y.Doc, finding: NewFinding, after?: After): void {
  const { id, kind, evidence = [], moments = [], systems = [] } = finding;
  const facts = {
    kind,
    ...linkFacts('evidence', evidence),
    ...linkFacts('moments', moments),
    ...linkFacts('systems', systems),
  };
  addEntry(doc, 'findings', { id, facts, after }, () => fillFinding(doc, finding));
}

export function fillFinding(doc: Y.Doc, finding: NewFinding): void {
  fillLine(doc, WORDS.findingTitle(finding.id), finding.title ?? '');
  fillWords(doc, WORDS.finding(finding.id), finding.blocks ?? []);
  fillWords(doc, WORDS.findingReasonable(finding.id), finding.reasonable ?? []);
  fillWords(doc, WORDS.findingEnded(finding.id), finding.ended ?? []);
}

export const setFindingKind = (doc: Y.Doc, id: string, kind: FindingKind): void =>
  setFact(doc, 'findings', id, FACT.kind, kind);
export const moveFinding = (doc: Y.Doc, id: string, after: After): void =>
  moveEntry(doc, 'findings', id, after);
export const removeFinding = (doc: Y.Doc, id: string): void => removeEntry(doc, 'findings', id);
export const restoreFinding = (doc: Y.Doc, id: string): void => restoreEntry(doc, 'findings', id);
