import type * as Y from 'yjs';
import { readBlocks, readLine } from '#collab/document/read-blocks.ts';
import { firstWords } from '#domain/first-words.ts';
import { createStore, type Store } from '../store.ts';

const STEADY_MS = 250;
const LONGEST_NAME = 80;

/** The words of a place as one short line, watched, at most four times a second: names in outlines and lists. */
export function lineStore(doc: Y.Doc, fragment: string): Store<string> & { stop(): void } {
  const words = doc.getXmlFragment(fragment);
  const read = () =>
    fragment.includes('title') ? readLine(words) : firstWords(readBlocks(words), LONGEST_NAME);
  const store = createStore(read());
  let timer: ReturnType<typeof setTimeout> | null = null;
  const look = () => {
    timer ??= setTimeout(() => {
      timer = null;
      store.set(read());
    }, STEADY_MS);
  };
  words.observeDeep(look);
  return {
    get: store.get,
    subscribe: store.subscribe,
    stop: () => {
      words.unobserveDeep(look);
      if (timer) clearTimeout(timer);
    },
  };
}
