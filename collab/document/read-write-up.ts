import type * as Y from 'yjs';
import { FACT, type FactFamily, WORDS } from '#collab/document/field-names.ts';
import { isRemoved, type Placed, placed } from '#collab/document/order-keys.ts';
import { readBlocks, readLine } from '#collab/document/read-blocks.ts';
import { factLinks, factOneOf, factText, factTime } from '#collab/document/read-facts.ts';
import {
  type Account,
  type Block,
  FINDING_KINDS,
  type Finding,
  MOMENT_KINDS,
  type Moment,
  type Section,
  type WriteUp,
} from '#domain/write-up.ts';

/**
 * The write-up as plain values, in reading order, without what was removed. Changes nothing in the document.
 * What it does not understand it reads as something harmless; it never throws on a document a client could send.
 */
export function readWriteUp(doc: Y.Doc): WriteUp {
  return {
    title: line(doc, WORDS.title),
    standfirst: line(doc, WORDS.standfirst),
    sections: present(doc, 'sections').map((entry) => readSection(doc, entry)),
    findings: present(doc, 'findings').map((entry) => readFinding(doc, entry)),
    moments: readMoments(doc),
  };
}

function readSection(doc: Y.Doc, { id }: Placed): Section {
  return { id, title: line(doc, WORDS.sectionTitle(id)), blocks: blocks(doc, WORDS.section(id)) };
}

function readFinding(doc: Y.Doc, { id, facts }: Placed): Finding {
  return {
    id,
    kind: factOneOf(facts, FACT.kind, FINDING_KINDS, 'contributor'),
    title: line(doc, WORDS.findingTitle(id)),
    blocks: blocks(doc, WORDS.finding(id)),
    reasonable: blocks(doc, WORDS.findingReasonable(id)),
    ended: blocks(doc, WORDS.findingEnded(id)),
    evidence: factLinks(facts, 'evidence'),
    moments: factLinks(facts, 'moments'),
  };
}

function readMoments(doc: Y.Doc): Moment[] {
  const accounts = Map.groupBy(present(doc, 'accounts'), ({ facts }) => factText(facts, FACT.moment));
  return present(doc, 'moments').map(({ id, facts }) => ({
    id,
    kind: factOneOf(facts, FACT.kind, MOMENT_KINDS, 'observation'),
    time: factTime(facts) ?? { certainty: 'order-only' },
    lane: factText(facts, FACT.lane),
    blocks: blocks(doc, WORDS.moment(id)),
    accounts: (accounts.get(id) ?? []).map((entry) => readAccount(doc, entry)),
    evidence: factLinks(facts, 'evidence'),
    herring: factText(facts, FACT.herring) || null,
  }));
}

function readAccount(doc: Y.Doc, { id, facts }: Placed): Account {
  return {
    id,
    teller: factText(facts, FACT.teller),
    time: factTime(facts),
    blocks: blocks(doc, WORDS.account(id)),
  };
}

const present = (doc: Y.Doc, family: FactFamily): Placed[] =>
  placed(doc, family).filter(({ facts }) => !isRemoved(facts));

const line = (doc: Y.Doc, name: string): string => readLine(doc.getXmlFragment(name));
const blocks = (doc: Y.Doc, name: string): Block[] => readBlocks(doc.getXmlFragment(name));
