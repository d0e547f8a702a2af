import type { CloseReason } from '#collab/document/close-reasons.ts';

/** What the person is told about their words. */
export type SavedState = 'opening' | 'saved' | 'saving' | 'offline' | 'not-saved' | 'read-only';

export const SAVED_WORDS: Record<SavedState, string> = {
  opening: 'Opening',
  saved: 'Saved',
  saving: 'Saving',
  offline: 'Offline, kept here',
  'not-saved': 'Not saved: keep this tab open',
  'read-only': 'Read only',
};

export interface SavedFacts {
  /** null until the server has said */
  mode: 'write' | 'read' | null;
  connected: boolean;
  /** everything has been exchanged on this connection and acknowledged from the log */
  acknowledged: boolean;
  /** the whole document has been here once in this page's life */
  everSynced: boolean;
  /** words of this person that no server has acknowledged */
  unsent: boolean;
  /** this browser keeps unsent words through a reload */
  keptHere: boolean;
  /** connected, yet no acknowledgement for a while */
  stalled: boolean;
  reason: CloseReason | null;
  /** this network lets no live connection through */
  blocked: boolean;
}

/** Nothing typed here is taken any more: this person may only read, or not even that. */
export const isClosed = ({ mode, reason }: Pick<SavedFacts, 'mode' | 'reason'>): boolean =>
  mode === 'read' || reason?.remedy === 'leave';

/** "Saved" is said only of words the server has acknowledged from its log, and never of a document read only. */
export const savedState = (facts: SavedFacts): SavedState => {
  if (isClosed(facts)) return facts.unsent ? 'not-saved' : 'read-only';
  if (facts.connected && facts.acknowledged) return 'saved';
  if (!facts.everSynced && !facts.unsent) return facts.blocked ? 'read-only' : 'opening';
  if (facts.unsent && (facts.stalled || isRefused(facts.reason))) return 'not-saved';
  if (facts.connected) return 'saving';
  return facts.keptHere ? 'offline' : 'not-saved';
};

/** The server was reached and did not take the words: they are not merely waiting for a network. */
const isRefused = (reason: CloseReason | null): boolean =>
  reason !== null && (reason.name === 'cannot-save' || reason.remedy === 'ask' || isLeftBehind(reason));

/** After an erasure what was unsent is kept in this browser, and offered where the write-up goes on. */
const isLeftBehind = ({ name, remedy }: CloseReason): boolean => remedy === 'reload' && name !== 'erased';
