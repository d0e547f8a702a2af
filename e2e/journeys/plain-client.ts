/** Runs in a page: the unchanged client of the y-websocket package, with nothing but the page's own cookie and Origin. */
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';

const doc = new Y.Doc();

/** Resolves once everything is here. */
export const join = (document: string): Promise<void> => {
  const provider = new WebsocketProvider(`${location.origin.replace('http', 'ws')}/yjs`, document, doc, {
    disableBc: true,
  });
  return new Promise((resolve) => provider.once('sync', () => resolve()));
};

/** Whether a text of a section has these words. */
export const has = (words: string): boolean => textWith(words) !== undefined;

/** Writes at the end of the text that has these words. */
export const goOn = (words: string, more: string): void => {
  const text = textWith(words);
  text?.insert(text.length, more);
};

const textWith = (words: string): Y.XmlText | undefined =>
  [...doc.share.keys()]
    .filter((name) => name.startsWith('section:'))
    .flatMap((name) => textsIn(doc.getXmlFragment(name)))
    .find((text) => text.toString().includes(words));

const textsIn = (fragment: Y.XmlFragment): Y.XmlText[] =>
  fragment
    .toArray()
    .flatMap((node) =>
      node instanceof Y.XmlText ? [node] : node instanceof Y.XmlElement ? textsIn(node) : [],
    );
