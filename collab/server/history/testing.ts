/** A write-up that people write in, row by row, with a clock that the test moves. For tests of history. */
import { randomUUID } from 'node:crypto';
import * as Y from 'yjs';
import { writeUpName } from '#collab/document/document-names.ts';
import { seedWriteUp } from '#collab/document/seed-write-up.ts';
import { appendUpdates, insertDocument } from '#db/documents.ts';
import type { PersonId, ReviewId } from '#domain/ids.ts';
import type { Block, Inline, WriteUp } from '#domain/write-up.ts';
import { CAPS } from '../limits.ts';
import type { Database } from '../options.ts';
import { authorsOf } from '../updates/compare-update.ts';
import { parseUpdate } from '../updates/parse-update.ts';

export interface Writer {
  person: PersonId;
  sitting: string;
  doc: Y.Doc;
  /** Changes their own copy, as it is, without sending; `sends` gives the row's number. */
  types(change: (doc: Y.Doc) => void): void;
  sends(): Promise<number>;
  /** Takes over what others have sent, changes it, sends it. */
  edits(change: (doc: Y.Doc) => void): Promise<number>;
}

export interface Written {
  document: string;
  /** Number of the first row, the seed. */
  first: number;
  writer(person: PersonId): Writer;
  /** The document as all rows make it. */
  now(): Y.Doc;
  pass(minutes: number): void;
  clock: { now(): Date };
}

export const aWrittenDocument = async (
  db: Database,
  review: ReviewId,
  by: PersonId,
  writeUp: Partial<WriteUp> = {},
): Promise<Written> => {
  const document = writeUpName(review, 1);
  let now = new Date('2026-11-18T09:00:00Z');
  const rows: Uint8Array[] = [];
  const append = async (bytes: Uint8Array, person: PersonId, sitting: string | null) => {
    rows.push(bytes);
    const clientIds = authorsOf(parseUpdate(bytes, CAPS));
    const [seq = 0] = await appendUpdates(db, [
      { document, person, sitting, clientIds, at: now, epoch: 1, bytes },
    ]);
    return seq;
  };
  await insertDocument(db, { name: document, review, epoch: 1, at: now });
  const seed = seedWriteUp({
    title: '',
    standfirst: '',
    sections: [],
    findings: [],
    moments: [],
    ...writeUp,
  });
  const first = await append(seed, by, null);
  const catchUp = (doc: Y.Doc) => {
    for (const bytes of rows) Y.applyUpdate(doc, bytes, 'others');
  };
  return {
    document,
    first,
    clock: { now: () => now },
    pass: (minutes) => {
      now = new Date(now.getTime() + minutes * 60_000);
    },
    now: () => {
      const doc = new Y.Doc();
      catchUp(doc);
      return doc;
    },
    writer: (person) => {
      const doc = new Y.Doc();
      catchUp(doc);
      const sitting = randomUUID();
      const unsent: Uint8Array[] = [];
      doc.on('update', (bytes: Uint8Array, origin: unknown) => {
        if (origin !== 'others') unsent.push(bytes);
      });
      const sends = () => append(Y.mergeUpdates(unsent.splice(0)), person, sitting);
      const types = (change: (doc: Y.Doc) => void) => doc.transact(() => change(doc));
      const edits = (change: (doc: Y.Doc) => void) => {
        catchUp(doc);
        types(change);
        return sends();
      };
      return { person, sitting, doc, types, sends, edits };
    },
  };
};

export const paragraph = (id: string, content: string | Inline[]): Block => ({
  type: 'text',
  id,
  kind: 'paragraph',
  level: 1,
  indent: 0,
  content: typeof content === 'string' ? (content === '' ? [] : [{ text: content }]) : content,
});

/** The text of a place's nth block, to type in. */
export const textIn = (doc: Y.Doc, place: string, nth = 0): Y.XmlText =>
  (doc.getXmlFragment(place).get(nth) as Y.XmlElement).get(0) as Y.XmlText;
