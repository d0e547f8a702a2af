import { aloneAnyway } from '#db/alone.ts';
import { LAST_SEQ } from '#db/document-history.ts';
import type { CollabOptions } from '../options.ts';
import { findBeforeTakenOut } from './find-before-taken-out.ts';
import type { HistoryPort } from './history-port.ts';
import { createHistoryThread } from './history-thread.server.ts';
import { keepChapter } from './keep-chapter.ts';
import { readSources } from './read-sources.ts';

export interface History {
  port: HistoryPort;
  /** Asks for this document's next chapter, once its rows have settled. */
  ask(document: string): void;
  /** Writes the chapters that are due. */
  keepAll(): Promise<void>;
  close(): Promise<void>;
}

const IDLE_MS = 60_000;

/** Versions are put together in a thread of their own, from chapters and rows read in pages: nobody else waits for them. */
export const createHistory = ({
  db,
  clock,
  log,
  alone = aloneAnyway,
}: Pick<CollabOptions, 'db' | 'clock' | 'log' | 'alone'>): History => {
  const thread = createHistoryThread(IDLE_MS);
  const asked = new Set<string>();
  let keeping: Promise<void> | null = null;
  let isClosing = false;

  const between = (document: string, after: number, upTo: number) => {
    // whatever is looked at is worth a chapter: one of an older Soak has none yet
    asked.add(document);
    return readSources(db, document, { after, upTo });
  };
  const port: HistoryPort = {
    show: (document, seq) =>
      thread.ask(async () => ({ ask: 'show', sources: await between(document, 0, seq) })),
    compare: (document, earlier, later) =>
      thread.ask(async () => ({
        ask: 'compare',
        sources: await between(document, 0, earlier),
        since: await between(document, earlier, later),
      })),
    beforeTakenOut: (document, letters, range) => findBeforeTakenOut(db, document, letters, range),
    editBack: (document, seq, part) =>
      thread.ask(async () => ({
        ask: 'put-back',
        sources: await between(document, 0, seq),
        since: await between(document, seq, LAST_SEQ),
        part,
      })),
  };

  const keepAsked = async () => {
    for (const document of [...asked]) {
      if (isClosing) return;
      try {
        const kept = await alone(`history ${document}`, () =>
          keepChapter({ db, thread, now: () => clock.now() }, document),
        );
        if (kept?.done === false) asked.delete(document);
      } catch (error) {
        asked.delete(document);
        if (!isClosing) log.error('history chapter', error, { document });
      }
    }
  };

  return {
    port,
    ask: (document) => void asked.add(document),
    keepAll: () => {
      keeping ??= keepAsked().finally(() => {
        keeping = null;
      });
      return keeping;
    },
    close: async () => {
      isClosing = true;
      await thread.close();
      await keeping;
    },
  };
};
