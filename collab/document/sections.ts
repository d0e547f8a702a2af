import type * as Y from 'yjs';
import {
  type After,
  addEntry,
  fillLine,
  fillWords,
  moveEntry,
  removeEntry,
  restoreEntry,
} from '#collab/document/entries.ts';
import { WORDS } from '#collab/document/field-names.ts';
import type { Section } from '#domain/write-up.ts';

type NewSection = Pick<Section, 'id'> & Partial<Section>;

/** Adds a section with its words; at the end unless told behind which. */
export function addSection(doc: Y.Doc, { id, title = '', blocks = [] }: NewSection, after?: After): void {
  addEntry(doc, 'sections', { id, facts: {}, after }, () => {
    fillLine(doc, WORDS.sectionTitle(id), title);
    fillWords(doc, WORDS.section(id), blocks);
  });
}

export const moveSection = (doc: Y.Doc, id: string, after: After): void =>
  moveEntry(doc, 'sections', id, after);
export const removeSection = (doc: Y.Doc, id: string): void => removeEntry(doc, 'sections', id);
export const restoreSection = (doc: Y.Doc, id: string): void => restoreEntry(doc, 'sections', id);
