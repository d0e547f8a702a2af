import WebSocket from 'ws';
import type { LinkOptions } from '#collab/client/link.ts';
import { type OpenDocument, openDocument } from '#collab/client/open-document.ts';
import { FAULT_TEXT } from './written.ts';

export interface At {
  origin: string;
  cookie: string;
  document: string;
}

/** Someone who writes one word after another and remembers which the server has acknowledged. */
export interface Writer {
  document: OpenDocument;
  /** Words the program called saved. */
  readonly acknowledged: readonly string[];
  /** All words written. */
  readonly written: readonly string[];
  /** Ends the writing; the document stays open. */
  rest(): void;
  leave(): void;
}

/** A tab as a browser would have it: the real provider, over a real WebSocket. @param link what of it a test wants otherwise */
export const openTab = ({ origin, cookie, document }: At, link: Partial<LinkOptions> = {}): OpenDocument =>
  openDocument({
    name: document,
    person: 'somebody',
    mayWrite: true,
    url: `${origin.replace('http', 'ws')}/collab`,
    holdMs: 0,
    link: {
      person: null,
      WebSocketPolyfill: socketWith(cookie, origin),
      askWhy: async () => 'unreachable',
      ...link,
    },
  });

let writers = 0;

export const startWriter = (at: At, pauseMs = 4): Writer => {
  const document = openTab(at);
  const name = `w${++writers}`;
  const written: string[] = [];
  let acknowledged = 0;
  let isWriting = true;
  // on a new connection one message stands for everything unsent; it is the first to be acknowledged, and from then on
  // whatever is written and not waiting has been acknowledged
  let isCounting = false;
  let waitingBefore = 0;
  const note = () => {
    const { phase, synced, unacknowledged } = document.link.get();
    if (phase !== 'connected' || !synced) isCounting = false;
    else if (unacknowledged < waitingBefore) isCounting = true;
    waitingBefore = unacknowledged;
    if (isCounting) acknowledged = Math.max(acknowledged, written.length - unacknowledged);
  };
  document.link.subscribe(note);
  const writing = async () => {
    await until(() => document.status.get().saved === 'saved', `${name} is there`, 30_000);
    while (isWriting) {
      const word = `${name}-${written.length};`;
      const text = document.doc.getText(FAULT_TEXT);
      text.insert(text.length, word);
      written.push(word);
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  };
  void writing().catch(() => {});
  return {
    document,
    written,
    get acknowledged() {
      return written.slice(0, acknowledged);
    },
    rest: () => {
      isWriting = false;
    },
    leave: () => {
      isWriting = false;
      document.close();
    },
  };
};

/** A figure promised for two cores of one's own, as it may be asked for here: beside other tests three times as long, alone in `npm run test:long`. */
export const bearable = (promisedMs: number): number => (process.env.SOAK_LONG ? promisedMs : 3 * promisedMs);

/** What a newcomer reads, as a set of words. */
export const readWords = async (at: At): Promise<{ words: Set<string>; text: string }> => {
  const tab = openTab(at);
  await until(() => tab.status.get().ready && tab.status.get().saved === 'saved', 'a newcomer reads', 30_000);
  const text = tab.doc.getText(FAULT_TEXT).toString();
  tab.close();
  return { text, words: new Set(text.match(/w\d+-\d+;/g)) };
};

/** Words called saved that a newcomer does not find. */
export const lost = (
  writers: readonly { acknowledged: readonly string[] }[],
  words: ReadonlySet<string>,
): string[] => writers.flatMap(({ acknowledged }) => acknowledged.filter((word) => !words.has(word)));

export const until = async (fact: () => unknown, what: string, withinMs = 15_000): Promise<void> => {
  const end = performance.now() + withinMs;
  while (!(await fact())) {
    if (performance.now() > end) throw new Error(`never came true: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};

/** A WebSocket that carries a sign-in, as a browser's would. */
export const socketWith = (cookie: string, origin: string) =>
  class extends WebSocket {
    constructor(address: string) {
      super(address, { headers: { cookie, origin } });
      this.on('error', () => {});
    }
  };
