import type * as Y from 'yjs';
import { WORDS } from '#collab/document/field-names.ts';
import { readBlocks, readLine } from '#collab/document/read-blocks.ts';
import { readStructure } from '#collab/document/read-structure.ts';
import type { Block, WriteUp } from '#domain/write-up.ts';

/**
 * The write-up as plain values, in reading order, without what was removed. Changes nothing in the document.
 * What it does not understand it reads as something harmless; it never throws on a document a client could send.
 */
export function readWriteUp(doc: Y.Doc): WriteUp {
  const line = (name: string): string => readLine(doc.getXmlFragment(name));
  const blocks = (name: string): Block[] => readBlocks(doc.getXmlFragment(name));
  const { sections, findings, moments } = readStructure(doc);
  return {
    title: line(WORDS.title),
    standfirst: line(WORDS.standfirst),
    sections: sections.map(({ id }) => ({
      id,
      title: line(WORDS.sectionTitle(id)),
      blocks: blocks(WORDS.section(id)),
    })),
    findings: findings.map((facts) => ({
      ...facts,
      title: line(WORDS.findingTitle(facts.id)),
      blocks: blocks(WORDS.finding(facts.id)),
      reasonable: blocks(WORDS.findingReasonable(facts.id)),
      ended: blocks(WORDS.findingEnded(facts.id)),
    })),
    moments: moments.map((facts) => ({
      ...facts,
      blocks: blocks(WORDS.moment(facts.id)),
      accounts: facts.accounts.map((account) => ({ ...account, blocks: blocks(WORDS.account(account.id)) })),
    })),
  };
}
