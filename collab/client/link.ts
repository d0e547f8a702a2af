import { HocuspocusProvider } from '@hocuspocus/provider';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import { CLOSE, type CloseReason, closeReason } from '#collab/document/close-reasons.ts';
import { WRITE_UP_SCHEMA_VERSION } from '#collab/document/schema-version.ts';
import { askWhy, type Why } from './ask-why.ts';
import { saysNotTaken } from './not-taken.ts';
import { createStore, type Store } from './store.ts';
import { Wire } from './wire.ts';

/** How a document stands with the server just now. */
export interface LinkState {
  phase: 'connecting' | 'connected' | 'stopped';
  /** null until the server has said what this person may do */
  mode: 'write' | 'read' | null;
  /** the server's whole state has arrived on this connection */
  synced: boolean;
  /** has been synced at least once in this page's life */
  everSynced: boolean;
  /** messages the server has not acknowledged from its log */
  unacknowledged: number;
  /** on this connection the server has said that it does not take what this tab has and others have not */
  notTaken: boolean;
  /** why the last connection ended, where the server said so; null again once synced */
  reason: CloseReason | null;
  /** the server answers, yet no WebSocket comes through: some networks block them */
  blocked: boolean;
}

export interface LinkOptions {
  name: string;
  doc: Y.Doc;
  awareness: Awareness;
  url: string;
  /** One stay of one tab: written beside every edit in the log. */
  sitting: string;
  /** Whose page this is: a browser in which another has signed in meanwhile does not go on in their name. null: a program's, which says none. */
  person: string | null;
  /**
   * What was kept in this browser is read before connecting: words that are here must be told to the server before it tells of
   * a deletion that takes them along, for from then on nobody could read them.
   */
  first?: Promise<unknown>;
  /** The server says something to this tab beside the text. */
  onTold?(message: string): void;
  watchdogMs?: number;
  schema?: number;
  WebSocketPolyfill?: unknown;
  askWhy?: () => Promise<Why>;
}

export interface Link {
  state: Store<LinkState>;
  /** The origin of changes that came from the server. */
  origin: unknown;
  /** Tries again at once, also after a reason that stopped it. */
  retry(): void;
  close(): void;
}

const ATTEMPTS_BEFORE_ASKING = 2;
/** The WebSocket's own code for an end nobody gave a reason for. */
const ORDINARY_LOSS = 1006;

/** Joins a document to the server and keeps it joined. */
export const openLink = (options: LinkOptions): Link => {
  const state = createStore<LinkState>({
    phase: 'connecting',
    mode: null,
    synced: false,
    everSynced: false,
    unacknowledged: 0,
    notTaken: false,
    reason: null,
    blocked: false,
  });
  const change = (part: Partial<LinkState>) => state.set({ ...state.get(), ...part });
  const why = options.askWhy ?? askWhy;
  let vainAttempts = 0;

  const onEnd = (code: number): boolean => {
    const reason = closeReason(code);
    const goesOn = reason === null || reason.remedy === 'wait';
    change({
      phase: goesOn ? 'connecting' : 'stopped',
      synced: false,
      notTaken: false,
      reason: reason ?? state.get().reason,
    });
    vainAttempts += 1;
    if (reason === null && vainAttempts >= ATTEMPTS_BEFORE_ASKING) void learnWhy();
    return goesOn;
  };
  const learnWhy = async () => {
    const answer = await why();
    if (closed || state.get().phase === 'connected') return;
    change({ blocked: answer === 'fine' && vainAttempts > ATTEMPTS_BEFORE_ASKING });
    if (answer === 'cannot-save') change({ reason: CLOSE.cannotSave });
    if (answer !== 'signed-out') return;
    wire.disconnect();
    change({ phase: 'stopped', reason: CLOSE.signedOut });
  };

  const wire = new Wire({
    url: options.url,
    onEnd,
    sending: {
      onBrought: (edits) => {
        for (let edit = 0; edit < edits; edit++) provider.decrementUnsyncedChanges();
      },
      onMore: (frames) => {
        for (let more = 0; more < frames; more++) provider.incrementUnsyncedChanges();
      },
      leavesOut: () => isOfSize(state.get().reason),
    },
    WebSocketPolyfill: options.WebSocketPolyfill,
  });
  const provider = new HocuspocusProvider({
    websocketProvider: wire,
    name: options.name,
    document: options.doc,
    awareness: options.awareness,
    token: JSON.stringify({
      schema: options.schema ?? WRITE_UP_SCHEMA_VERSION,
      sitting: options.sitting,
      ...(options.person !== null && { person: options.person }),
    }),
    onAuthenticated: ({ scope }) => {
      vainAttempts = 0;
      sayAnew(options.awareness);
      change({ phase: 'connected', mode: scope === 'readonly' ? 'read' : 'write', blocked: false });
    },
    onSynced: ({ state: synced }) => {
      if (!synced) return;
      wire.proven();
      change({ synced: true, everSynced: true, reason: null });
    },
    onUnsyncedChanges: ({ number }) => {
      const isLess = number < state.get().unacknowledged;
      if (isLess) lastProgress = Date.now();
      change({ unacknowledged: number });
      if (isLess) wire.acknowledged();
    },
    onMessage: ({ event }) => {
      if (state.get().mode === 'read' && saysNotTaken(event.data)) change({ notTaken: true });
    },
    onStateless: ({ payload }) => options.onTold?.(payload),
    // the server ends whole connections; a document closed alone would stay dead on a living socket
    onClose: ({ event }) => {
      if (event.code === 1000 && wire.webSocket) wire.renew();
    },
  });
  let lastProgress = Date.now();
  const watchdogMs = options.watchdogMs ?? 10_000;
  const watchdog = setInterval(() => {
    const { phase, synced, unacknowledged, notTaken } = state.get();
    // what is not taken now is not taken on another connection either
    if (phase === 'stopped' || (synced && (unacknowledged === 0 || notTaken))) lastProgress = Date.now();
    if (Date.now() - lastProgress < watchdogMs) return;
    lastProgress = Date.now();
    if (wire.webSocket) wire.renew();
  }, watchdogMs / 10);

  let closed = false;
  let mayConnect = false;
  const retry = () => {
    if (closed || !mayConnect) return;
    if (state.get().phase === 'stopped') change({ phase: 'connecting' });
    void wire.connect();
  };
  // what stopped for a reason does not go on because a network is back: somebody else may be signed in by then
  const online = () => state.get().phase !== 'stopped' && retry();
  // a dead socket is noticed only after 40 s. What the browser says may be untrue of this server: another attempt tells
  const offline = () => state.get().phase === 'connected' && wire.renew(ORDINARY_LOSS);
  globalThis.window?.addEventListener('online', online);
  globalThis.window?.addEventListener('offline', offline);
  provider.attach();
  void (options.first ?? Promise.resolve()).then(() => {
    mayConnect = true;
    retry();
  });

  return {
    state,
    origin: provider,
    retry,
    close: () => {
      closed = true;
      clearInterval(watchdog);
      globalThis.window?.removeEventListener('online', online);
      globalThis.window?.removeEventListener('offline', offline);
      provider.destroy();
      wire.destroy();
    },
  };
};

const isOfSize = (reason: CloseReason | null): boolean =>
  reason?.name === 'document-full' || reason?.name === 'frame-too-big';

/**
 * On a new connection a tab speaks under a number the server has not heard, since it may have let this tab go meanwhile; and
 * forgets the numbers of those it no longer shows, or their unchanged faces would be taken for old news.
 */
const sayAnew = (awareness: Awareness): void => {
  const state = awareness.getLocalState();
  if (state) awareness.setLocalState(state);
  for (const client of awareness.meta.keys())
    if (!awareness.states.has(client)) awareness.meta.delete(client);
};
