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

/** Takes a document on by these sources, and writes down who brought what. */
export const replay = (doc: Y.Doc, { chapters, rows }: Sources, authorship: Authorship): void => {
  for (const chapter of chapters.map(decodeChapter)) {
    Y.applyUpdate(doc, chapter.update);
    mergeAuthorship(authorship, chapter.authorship);
  }
  let person: PersonId | null = null;
  const record = (transaction: Y.Transaction) => recordTransaction(authorship, person, transaction);
  doc.on('afterTransaction', record);
  for (const row of rows) {
    person = row.person;
    Y.applyUpdate(doc, row.bytes);
  }
  doc.off('afterTransaction', record);
};

/** The rows behind earlier chapters as a chapter of their own. */
export const writeChapter = (before: readonly Uint8Array[], rows: Sources['rows']): Uint8Array => {
  const doc = rememberingDoc();
  replay(doc, { chapters: before, rows: [] }, noAuthorship());
  const known = Y.encodeStateVector(doc);
  const authorship = noAuthorship();
  replay(doc, { chapters: [], rows }, authorship);
  const chapter: Chapter = { update: Y.encodeStateAsUpdate(doc, known), authorship };
  doc.destroy();
  return encodeChapter(chapter);
};
