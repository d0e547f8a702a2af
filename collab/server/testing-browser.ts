import { IndexeddbPersistence } from 'y-indexeddb';
import * as Y from 'yjs';
import { seedWriteUp } from '#collab/document/seed-write-up.ts';
import type { TestCollab } from './testing.ts';

/** A browser's localStorage, in memory. For tests that stub it, beside `fake-indexeddb`. */
export const storage = () => {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (index: number) => [...kept.keys()][index] ?? null,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  };
};

/** Puts one section, `section:s`, with one paragraph, "Then.", into a write-up. Gives what was put in. */
export const seedOneSection = async (server: TestCollab, document: string): Promise<Uint8Array> => {
  const block = { type: 'text', id: 'a', kind: 'paragraph', level: 1, indent: 0 } as const;
  const sections = [{ id: 's', title: 'One', blocks: [{ ...block, content: [{ text: 'Then.' }] }] }];
  const seed = seedWriteUp({ title: 'T', standfirst: '', sections, findings: [], moments: [] });
  await server.collab.port.edit(document, null, (doc) => Y.applyUpdate(doc, seed));
  return seed;
};

const paragraphOf = (doc: Y.Doc): Y.XmlText =>
  (doc.getXmlFragment('section:s').get(0) as Y.XmlElement).get(0) as Y.XmlText;

/** At the end of that paragraph. */
export const type = (doc: Y.Doc, words: string): void => {
  const text = paragraphOf(doc);
  text.insert(text.length, words);
};

export const isRead = (doc: Y.Doc): boolean => doc.getXmlFragment('section:s').length === 1;

export const paragraph = (doc: Y.Doc): string => paragraphOf(doc).toString();

/** What a store of the browser holds, read as the next tab would read it. */
export const keptDocument = async (store: string): Promise<Y.Doc> => {
  const doc = new Y.Doc();
  const persistence = new IndexeddbPersistence(store, doc);
  await persistence.whenSynced;
  await persistence.destroy();
  return doc;
};

export const isKept = async (store: string): Promise<boolean> =>
  (await indexedDB.databases()).some((one) => one.name === store);
