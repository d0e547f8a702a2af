import * as Y from 'yjs';
import type { PersonId } from '#domain/ids.ts';
import { type Authorship, mergeAuthorship, noAuthorship, recordTransaction } from './authorship.ts';
import { type Chapter, decodeChapter, encodeChapter } from './chapter.ts';

/** What a version is made of: whole chapters, then the rows after the last of them, all in order. */
export interface Sources {
  chapters: readonly Uint8Array[];
  rows: readonly { person: PersonId | null; bytes: Uint8Array }[];
}

/** A document that forgets nothing: deleted words stay in it, so that it can be taken on from version to version. */
export const rememberingDoc = (): Y.Doc => new Y.Doc({ gc: false });

/** Takes a document on by these sources; where an authorship is given, writes down who brought what. */
export const replay = (
  doc: Y.Doc,
  { chapters, rows }: Sources,
  authorship: Authorship | null = null,
): void => {
  for (const chapter of chapters.map(decodeChapter)) {
    Y.applyUpdate(doc, chapter.update);
    if (authorship) mergeAuthorship(authorship, chapter.authorship);
  }
  for (const batch of batches(rows, authorship !== null)) {
    const record = (transaction: Y.Transaction) => {
      if (authorship) recordTransaction(authorship, batch.person, transaction);
    };
    doc.once('afterTransaction', record);
    doc.transact(() => {
      for (const { bytes } of batch.rows) Y.applyUpdate(doc, bytes);
    });
  }
};

const MOST_IN_BATCH = 1000;

/** Rows of one person in a row as one transaction: Yjs looks at every client there ever was after each (measured: half the time). */
function* batches(rows: Sources['rows'], byPerson: boolean) {
  for (let from = 0; from < rows.length; ) {
    const person = rows[from]?.person ?? null;
    let to = from + 1;
    while (to < rows.length && to - from < MOST_IN_BATCH && !(byPerson && rows[to]?.person !== person)) to++;
    yield { person, rows: rows.slice(from, to) };
    from = to;
  }
}

/** The rows behind earlier chapters as a chapter of their own. */
export const writeChapter = (before: readonly Uint8Array[], rows: Sources['rows']): Uint8Array => {
  const doc = rememberingDoc();
  replay(doc, { chapters: before, rows: [] });
  const known = Y.encodeStateVector(doc);
  const authorship = noAuthorship();
  replay(doc, { chapters: [], rows }, authorship);
  const chapter: Chapter = { update: Y.encodeStateAsUpdate(doc, known), authorship };
  doc.destroy();
  return encodeChapter(chapter);
};
