import type * as Y from 'yjs';
import { FACT, type FactFamily } from '#collab/document/field-names.ts';
import { isRemoved, type Placed, placed } from '#collab/document/order-keys.ts';
import { factLinks, factOneOf, factText, factTime } from '#collab/document/read-facts.ts';
import {
  type Account,
  FINDING_KINDS,
  type Finding,
  MOMENT_KINDS,
  type Moment,
  type Section,
} from '#domain/write-up.ts';

export type FindingFacts = Omit<Finding, 'title' | 'blocks' | 'reasonable' | 'ended'>;
export type AccountFacts = Omit<Account, 'blocks'>;
export type MomentFacts = Omit<Moment, 'blocks' | 'accounts'> & { accounts: AccountFacts[] };

/** A write-up without its words: which parts there are, in their order, with their facts. Typing never changes it. */
export interface Structure {
  sections: Pick<Section, 'id'>[];
  findings: FindingFacts[];
  moments: MomentFacts[];
}

export function readStructure(doc: Y.Doc): Structure {
  return {
    sections: present(doc, 'sections').map(({ id }) => ({ id })),
    findings: present(doc, 'findings').map(findingFacts),
    moments: momentFacts(doc),
  };
}

const findingFacts = ({ id, facts }: Placed): FindingFacts => ({
  id,
  kind: factOneOf(facts, FACT.kind, FINDING_KINDS, 'contributor'),
  evidence: factLinks(facts, 'evidence'),
  moments: factLinks(facts, 'moments'),
  systems: factLinks(facts, 'systems'),
});

function momentFacts(doc: Y.Doc): MomentFacts[] {
  const accounts = Map.groupBy(present(doc, 'accounts'), ({ facts }) => factText(facts, FACT.moment));
  return present(doc, 'moments').map(({ id, facts }) => ({
    id,
    kind: factOneOf(facts, FACT.kind, MOMENT_KINDS, 'observation'),
    time: factTime(facts) ?? { certainty: 'order-only' },
    lane: factText(facts, FACT.lane),
    accounts: (accounts.get(id) ?? []).map(accountFacts),
    evidence: factLinks(facts, 'evidence'),
    herring: factText(facts, FACT.herring) || null,
  }));
}

const accountFacts = ({ id, facts }: Placed): AccountFacts => ({
  id,
  teller: factText(facts, FACT.teller),
  time: factTime(facts),
});

const present = (doc: Y.Doc, family: FactFamily): Placed[] =>
  placed(doc, family).filter(({ facts }) => !isRemoved(facts));
