import * as Y from 'yjs';
import { fillLine, fillWords, putEntry } from '#collab/document/entries.ts';
import { WORDS } from '#collab/document/field-names.ts';
import { fillFinding } from '#collab/document/findings.ts';
import { linkFacts } from '#collab/document/links.ts';
import { momentFacts } from '#collab/document/moments.ts';
import { firstKeys } from '#collab/document/order-keys.ts';
import type { Finding, Moment, Section, WriteUp } from '#domain/write-up.ts';

/**
 * A new document's first content as one V1 update. Seed once, on the server, in the transaction that creates the document:
 * two seeds of one write-up merged would hold everything twice.
 */
export function seedWriteUp(writeUp: WriteUp): Uint8Array {
  const doc = new Y.Doc();
  doc.transact(() => {
    fillLine(doc, WORDS.title, writeUp.title);
    fillLine(doc, WORDS.standfirst, writeUp.standfirst);
    ordered(writeUp.sections, (section, order) => seedSection(doc, section, order));
    ordered(writeUp.findings, (finding, order) => seedFinding(doc, finding, order));
    ordered(writeUp.moments, (moment, order) => seedMoment(doc, moment, order));
  });
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}

function seedSection(doc: Y.Doc, { id, title, blocks }: Section, order: string): void {
  putEntry(doc, 'sections', id, { order });
  fillLine(doc, WORDS.sectionTitle(id), title);
  fillWords(doc, WORDS.section(id), blocks);
}

function seedFinding(doc: Y.Doc, finding: Finding, order: string): void {
  const { id, kind, evidence, moments, systems } = finding;
  putEntry(doc, 'findings', id, {
    order,
    kind,
    ...linkFacts('evidence', evidence),
    ...linkFacts('moments', moments),
    ...linkFacts('systems', systems),
  });
  fillFinding(doc, finding);
}

function seedMoment(doc: Y.Doc, moment: Moment, order: string): void {
  putEntry(doc, 'moments', moment.id, { order, ...momentFacts(moment) });
  fillWords(doc, WORDS.moment(moment.id), moment.blocks);
  ordered(moment.accounts, ({ id, teller, time, blocks }, accountOrder) => {
    putEntry(doc, 'accounts', id, { order: accountOrder, moment: moment.id, teller, time });
    fillWords(doc, WORDS.account(id), blocks);
  });
}

function ordered<T>(items: readonly T[], put: (item: T, order: string) => void): void {
  const keys = firstKeys(items.length);
  for (const [at, item] of items.entries()) put(item, keys[at] ?? '');
}
