import * as Y from 'yjs';
import { goBackTo } from '#collab/document/go-back-to.ts';
import { readWriteUp } from '#collab/document/read-write-up.ts';
import type { Changes } from '#domain/history/changes.ts';
import type { PutBack } from '#domain/history/version.ts';
import type { WriteUp } from '#domain/write-up.ts';
import { compareVersions } from './compare-versions.ts';
import { rememberingDoc, replay, type Sources, writeChapter } from './replay.ts';

/** What the history thread is asked; everything it needs comes along. */
export type HistoryAsk =
  | { ask: 'show'; sources: Sources }
  /** `since`: from `sources` on to the later version */
  | { ask: 'compare'; sources: Sources; since: Sources }
  /** `since`: from `sources` on to now */
  | { ask: 'put-back'; sources: Sources; since: Sources; part: PutBack }
  | { ask: 'chapter'; sources: Sources };

export interface HistoryAnswers {
  show: WriteUp;
  compare: Changes;
  /** The edit that makes it so; "same" where it reads like that already; null where the version has no such part. */
  'put-back': Uint8Array | 'same' | null;
  chapter: Uint8Array;
}

export function answerAsk(asked: HistoryAsk): HistoryAnswers[HistoryAsk['ask']] {
  switch (asked.ask) {
    case 'show':
      return showVersion(asked.sources);
    case 'compare':
      return compareVersions(asked.sources, asked.since);
    case 'put-back':
      return editBack(asked.sources, asked.since, asked.part);
    case 'chapter':
      return writeChapter(asked.sources.chapters, asked.sources.rows);
  }
}

function showVersion(sources: Sources): WriteUp {
  const doc = rememberingDoc();
  replay(doc, sources);
  const writeUp = readWriteUp(doc);
  doc.destroy();
  return writeUp;
}

function editBack(sources: Sources, since: Sources, part: PutBack): HistoryAnswers['put-back'] {
  const [then, now] = [rememberingDoc(), rememberingDoc()];
  replay(then, sources);
  Y.applyUpdate(now, Y.encodeStateAsUpdate(then));
  replay(now, since);
  const updates: Uint8Array[] = [];
  now.on('update', (update: Uint8Array) => updates.push(update));
  const isThere = goBackTo(now, then, part);
  then.destroy();
  now.destroy();
  if (!isThere) return null;
  return updates.length > 0 ? Y.mergeUpdates(updates) : 'same';
}
