import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { CloseReason } from '#collab/document/close-reasons.ts';
import type { Presence } from '#collab/document/presence.ts';
import type { LostWords } from '#collab/document/put-back.ts';
import { RESCUED } from '#collab/document/rescued.ts';
import { type Kept, keepHere } from './keep-here.ts';
import { type Link, type LinkOptions, type LinkState, openLink } from './link.ts';
import { leaveOlderEpochs, leaveStore } from './older-epochs.ts';
import { SAVED_WORDS, type SavedState, savedState } from './saved-state.ts';
import { steady } from './steady.ts';
import { createStore, type Store } from './store.ts';
import { UnsentHere } from './unsent-here.ts';

/** What a page shows about an open document. Changes only after it has held 400 ms. */
export interface DocumentStatus {
  saved: SavedState;
  /** `saved` as the person reads it: "Saved", "Offline, kept here" … */
  words: string;
  /** The whole document has been here: before that show the stored text read-only, never an empty editor. */
  ready: boolean;
  /** What the server lets this person do; null before it has said. Offline it stays what it last was. */
  mode: 'write' | 'read' | null;
  /** Why the server ended the connection, with its sentence and what helps (`remedy`); null when all is well. */
  reason: CloseReason | null;
  /** The server answers but this network blocks live connections: say so in words, stay readable. */
  blocked: boolean;
}

export interface OpenDocument {
  readonly name: string;
  readonly doc: Y.Doc;
  /** For cursors; states carry `user: { id, name, hue }` stamped by the server (see document/presence.ts). */
  readonly awareness: Awareness;
  readonly status: Store<DocumentStatus>;
  /** The bare connection, at once and in numbers; screens show `status`. */
  readonly link: Store<LinkState>;
  /** Counts up whenever words offered back to this person have changed. */
  readonly rescued: Store<number>;
  /**
   * True once this person may only read, and what they had not sent is kept apart (`left-words.ts`). It is still in `doc`, as if it
   * stood in the write-up: open the document anew.
   */
  readonly isLeft: Store<boolean>;
  /** Says something about this tab beside its text: block in view, typing … */
  setPresence(presence: Presence): void;
  /** True while words exist that no server has acknowledged; the browser is asked to warn before leaving. */
  hasUnsentWords(): boolean;
  /** Those words, for copying where nothing takes them any more. */
  unsentWords(): LostWords[];
  /** Connects again, after signing in anew or after a reason whose remedy is "ask". */
  retry(): void;
  /** Leaves the document. Unsent words stay kept here and are sent when it is next opened. */
  close(): void;
}

export interface OpenDocumentOptions {
  /** From `writeUpName()`. */
  name: string;
  /** The signed-in person's id: what is kept here is kept for them alone. */
  person: string;
  /** False for those who only read: nothing is kept in their browser. */
  mayWrite: boolean;
  /** ws(s)://…/collab; by default this page's own server. */
  url?: string;
  /** Tests shorten these. */
  holdMs?: number;
  stalledMs?: number;
  link?: Partial<LinkOptions>;
}

/** A browser whose storage never answers still connects. */
const LONGEST_READ_MS = 3000;

/**
 * Opens a shared document: connects, keeps it here when offline, says truthfully whether words are saved.
 * In the browser only (call it in an effect); call `close()` when the page leaves it.
 */
export const openDocument = (options: OpenDocumentOptions): OpenDocument => {
  const { name, person } = options;
  const doc = new Y.Doc();
  const awareness = new Awareness(doc);
  awareness.setLocalStateField('typing', false);
  const rescued = createStore(0);
  const isLeft = createStore(false);
  const sitting = crypto.randomUUID();
  const reading = Promise.withResolvers<void>();
  if (!options.mayWrite) reading.resolve();
  const link: Link = openLink({
    name,
    doc,
    awareness,
    url: options.url ?? ownServer(),
    sitting,
    person,
    first: Promise.race([reading.promise, new Promise((resolve) => setTimeout(resolve, LONGEST_READ_MS))]),
    onTold: (message) => message === RESCUED && rescued.set(rescued.get() + 1),
    ...options.link,
  });
  let kept: Kept | null = null;
  let keptHere = false;
  /** What earlier tabs kept is in the document now. */
  let inheritedIsHere = false;
  /** What was kept here is in the document now, or cannot be read. */
  let isRead = !options.mayWrite;
  const unsent = new UnsentHere({ person, name, sitting }, options.mayWrite);
  let waitingSince = Date.now();
  let closed = false;

  const look = (): DocumentStatus => {
    const now = link.state.get();
    const acknowledged = now.synced && now.unacknowledged === 0;
    const connected = now.phase === 'connected';
    const stalled = connected && unsent.any && Date.now() - waitingSince > (options.stalledMs ?? 5000);
    const { mode, everSynced, reason, blocked } = now;
    const saved = savedState({
      mode,
      connected,
      acknowledged,
      everSynced,
      unsent: unsent.any,
      keptHere,
      stalled,
      reason,
      blocked,
    });
    return { saved, words: SAVED_WORDS[saved], ready: everSynced, mode, reason, blocked };
  };
  const status = createStore(look());
  const refresh = () => {
    const { phase, synced, unacknowledged, notTaken, reason } = link.state.get();
    if (phase === 'connected' && synced && unacknowledged === 0) unsent.acknowledged(inheritedIsHere);
    unsent.mark();
    if (isRead && unsent.any) {
      if (phase === 'stopped' && reason?.name === 'erased') unsent.leave(doc, 'erased');
      if (synced && notTaken) void leaveWhatIsNotTaken();
    }
    status.set(look());
  };
  /** Sent later, if they may write again, it would come unasked; and a page loaded anew would no longer show it. */
  const leaveWhatIsNotTaken = async () => {
    if (!unsent.leave(doc, 'closed')) return;
    await kept?.close();
    await leaveStore(person, name, 'closed');
    isLeft.set(true);
  };
  const onUpdate = (update: Uint8Array, origin: unknown) => {
    if (origin === link.origin || origin === kept?.origin || link.state.get().mode === 'read') return;
    if (!unsent.any) waitingSince = Date.now();
    unsent.typed(doc, update);
    refresh();
  };

  const startKeeping = async () => {
    kept = await keepHere(person, name, doc, (why) => {
      keptHere = false;
      // where it failed, the mark stays: signing out asks about words that are in this tab alone
      if (why === 'wiped') unsent.keptNoLonger();
      refresh();
    });
    if (closed) return void kept?.close();
    keptHere = (await kept?.ready) ?? false;
    inheritedIsHere = keptHere;
    if (!keptHere) unsent.inheritNothing();
    isRead = true;
    reading.resolve();
    refresh();
    if (await leaveOlderEpochs(person, name)) rescued.set(rescued.get() + 1);
  };
  const shown = steady(status, options.holdMs ?? 400, looksAlike);
  const unwatch = link.state.subscribe(refresh);
  const ticking = setInterval(refresh, 1000);
  doc.on('update', onUpdate);
  const warnBeforeLeaving = (event: BeforeUnloadEvent) => {
    if (unsent.any) event.preventDefault();
  };
  const remark = () => unsent.mark();
  globalThis.window?.addEventListener('beforeunload', warnBeforeLeaving);
  globalThis.window?.addEventListener('pagehide', remark);
  globalThis.window?.addEventListener('storage', remark);
  if (options.mayWrite) void startKeeping();

  return {
    name,
    doc,
    awareness,
    status: shown,
    link: link.state,
    rescued,
    isLeft,
    setPresence: (presence) => {
      for (const [field, value] of Object.entries(presence)) awareness.setLocalStateField(field, value);
    },
    hasUnsentWords: () => unsent.any,
    unsentWords: () => unsent.wordsIn(doc),
    retry: link.retry,
    close: () => {
      closed = true;
      unsent.mark();
      globalThis.window?.removeEventListener('storage', remark);
      globalThis.window?.removeEventListener('pagehide', remark);
      globalThis.window?.removeEventListener('beforeunload', warnBeforeLeaving);
      clearInterval(ticking);
      unwatch();
      shown.stop();
      link.close();
      void kept?.close();
      awareness.destroy();
      doc.destroy();
    },
  };
};

/** The collaboration server of the page that is open. */
export const ownServer = (): string =>
  `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/collab`;

const looksAlike = (a: DocumentStatus, b: DocumentStatus): boolean =>
  a.saved === b.saved &&
  a.ready === b.ready &&
  a.mode === b.mode &&
  a.reason?.code === b.reason?.code &&
  a.blocked === b.blocked;
