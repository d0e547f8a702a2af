import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type Document, Hocuspocus } from '@hocuspocus/server';
import * as Y from 'yjs';
import { readWriteUp } from '#collab/document/read-write-up.ts';
import { aloneAnyway } from '#db/alone.ts';
import { appendUpdates, listLogLengths } from '#db/documents.ts';
import { readRightsCounter } from '#db/rights.ts';
import type { PersonId } from '#domain/ids.ts';
import { createAppendQueue } from './append-queue.ts';
import { createArrivals } from './arrivals.ts';
import type { CollabPort } from './collab-port.ts';
import { type CompactionStep, compactDocument } from './compaction/compact-document.server.ts';
import { createCompactor } from './compaction/compactor.ts';
import type { Context } from './context.ts';
import { createDocument } from './create-document.ts';
import { createDocumentReader } from './document-reader.ts';
import { durableEdit } from './durable-edit.ts';
import { readGauges } from './gauges.ts';
import { guardHooks } from './guard-hooks.ts';
import { createHistory } from './history/create-history.ts';
import { admit } from './hooks/admit.ts';
import { askCompaction } from './hooks/ask-compaction.ts';
import { endSockets } from './hooks/end-sockets.ts';
import { keepLoaded } from './hooks/keep-loaded.ts';
import { load } from './hooks/load.ts';
import { logEdits } from './hooks/log-edits.ts';
import { paceBroadcasts } from './hooks/pace-broadcasts.ts';
import { stampPresence } from './hooks/stamp-presence.ts';
import { type Applying, watchLosses } from './hooks/watch-losses.ts';
import { CAPS, DURATIONS } from './limits.ts';
import { createLiveDocuments } from './live-documents.ts';
import { loadDocument } from './load-document.ts';
import { createLooks } from './look-into.ts';
import { type Gauges, NO_MEASURES } from './measures.ts';
import type { CollabOptions } from './options.ts';
import { catchUp, catchUpAll } from './poll-log.ts';
import { presentIn } from './present-in.ts';
import { fromDatabase } from './refusal.ts';
import { createRelaying } from './relay/create-relaying.ts';
import { NO_RELAY } from './relay/relay.ts';
import { repeat } from './repeat.ts';
import { createAuthorTelling } from './rescue/tell-authors.ts';
import { createRights } from './rights.ts';
import { createRooms, openRoomNames } from './rooms.ts';
import { createSockets } from './sockets.ts';
import { createUpgradeHandler } from './upgrade.server.ts';
import { watchAppends } from './watch-appends.ts';

export interface Collab {
  port: CollabPort;
  /** For the HTTP server's `upgrade` event: /collab and /yjs/<document>. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** For `GET /collab`: why no WebSocket came through. 204 fine, 401 signed out, 503 no database. */
  explain(cookieHeader: string | undefined): Promise<204 | 401 | 503>;
  /** How things stand, for `/metrics`. */
  gauges(): Gauges;
  /** False while the log cannot be written to, as far as those who write have shown. */
  isStoring(): boolean;
  /** Compacts at once what is in the log: for whoever has written much and goes away. */
  compactAll(): Promise<void>;
  /** Takes no more edits, waits for those under way, ends every socket as "restarting"; at most about 5 s. */
  close(): Promise<void>;
}

const SYSTEM_CLOCK = { now: () => new Date() };

/** Puts the collaboration server together. This file only wires; each part is told in its own. */
export const createCollab = (options: CollabOptions): Collab => {
  const { db, clock, log, measures = NO_MEASURES, signInClock = SYSTEM_CLOCK } = options;
  const { relay = NO_RELAY, alone = aloneAnyway } = options;
  const decide: CollabOptions['decide'] = async (person, name) => {
    const right = await options.decide(person, name);
    return right === 'write' && person.only === 'read' ? 'read' : right;
  };
  const durations = { ...DURATIONS, ...options.durations };
  const caps = { ...CAPS, ...options.caps };
  const live = createLiveDocuments();
  let isClosing = false;
  const threads = new AbortController();

  const unloadIfIdle = (name: string) => {
    const document = hocuspocus.documents.get(name);
    if (document)
      void hocuspocus.unloadDocument(document).catch((error) => log.error('collab unload', error));
  };
  const arrivals = createArrivals(unloadIfIdle);
  const appends = watchAppends((updates) => appendUpdates(db, updates));
  const queue = createAppendQueue(
    async (updates) => relaying.committed(updates, await appends.insert(updates)),
    durations.append,
    unloadIfIdle,
    (ms) => measures.appended(ms),
  );
  const sockets = createSockets({ caps, hocuspocus: () => hocuspocus, arrivals, measures });
  const behind = { db, live, lateCommitMs: durations.lateCommit, onFound: measures.found };
  const relaying = createRelaying({ relay, behind, log, durations, documents: () => hocuspocus.documents });

  const { read, look, lookUpToDate } = createLooks({
    db,
    open: (name) => hocuspocus.documents.get(name),
    catchUp: async (name) => {
      const document = hocuspocus.documents.get(name);
      if (document) await catchUp(behind, document);
    },
  });
  const seen = createDocumentReader({ db, look: lookUpToDate });
  const history = createHistory(options);
  const compactor = createCompactor(
    async (name) => {
      const onStep = (step: CompactionStep) => options.onCompactionStep?.(name, step);
      const compacted = await alone(`compaction ${name}`, () =>
        compactDocument(db, name, caps.compactRows, onStep, { log, signal: threads.signal }),
      );
      // another node is at it, with rows it read before these were there
      if (!compacted) setTimeout(() => compactor.ask(name), durations.compactQuiet).unref();
      return compacted?.done ?? null;
    },
    async (name, compacted) => {
      live.shrank(name, compacted.rows, compacted.savedBytes);
      if (compacted.rescued > 0) {
        measures.rescued(compacted.rescued);
        await tellAuthors();
        relay.tell({ kind: 'rescued' });
      }
      history.ask(name);
      // not a copy: making one of a long document takes the only thread a tenth of a second and more
      if (!compacted.isPartial) await lookUpToDate(name, async (doc) => options.onCompacted?.(name, doc));
    },
    log,
  );
  const tellAuthors = createAuthorTelling(db, () => hocuspocus);
  const applying: Applying = new WeakMap();
  const rooms = createRooms({
    log,
    projectRoom: options.projectRoom,
    roomRevs: options.roomRevs,
    spacingMs: durations.projection,
    judgeMs: durations.judge,
    document: (name) => hocuspocus.documents.get(name),
    openNames: () => openRoomNames(hocuspocus),
  });
  const rights = createRights({
    judges: options,
    decide,
    judgeMs: durations.judge,
    log,
    sockets: sockets.all,
    hocuspocus: () => hocuspocus,
    readCounter: () => readRightsCounter(db),
    now: () => signInClock.now(),
  });

  const hocuspocus = new Hocuspocus<Context>({
    quiet: true,
    timeout: durations.silence,
    debounce: durations.compactQuiet,
    maxDebounce: durations.compactLongest,
    maxPendingDocuments: caps.documentsPerSocket,
    extensions: [
      ...(options.extensions ?? []),
      admit({ db, judgeMs: durations.judge, arrivals, rights, decide }),
      load({ db, log, loadMs: durations.load, live, arrivals, isClosing: () => isClosing }),
      ...relaying.extensions,
      rooms.extension,
      logEdits({
        clock,
        caps,
        queue,
        live,
        applying,
        catchUp: (document) => fromDatabase(catchUp(behind, document), durations.append),
        onRefused: measures.refused,
      }),
      watchLosses(applying, compactor.ask),
      stampPresence(),
      askCompaction(compactor, live, caps.logRows),
      paceBroadcasts(),
      keepLoaded(queue, arrivals),
      endSockets(),
    ].map((extension) => guardHooks(extension, log)),
  });

  const handleUpgrade = createUpgradeHandler({
    allowedOrigins: options.allowedOrigins,
    judges: options,
    caps,
    countSockets: sockets.count,
    isClosing: () => isClosing,
    accept: sockets.accept,
  });

  const catchUpOpen = () => catchUpAll(behind, hocuspocus);
  relaying.hear({ rooms, rights, tellAuthors, catchUpAll: catchUpOpen });

  const every = (everyMs: number) => ({ everyMs, longestMs: durations.judge });
  const timers = [
    repeat(every(durations.logPoll), 'log poll', log, catchUpOpen),
    repeat(every(durations.logPoll), 'rescued words', log, tellAuthors),
    repeat(every(durations.rightsPoll), 'rights poll', log, () => rights.poll()),
    repeat(every(durations.rejudge), 'rejudge', log, () => rights.judgeAll()),
    repeat(every(durations.roomHeal), 'room heal', log, () => rooms.heal()),
    repeat({ everyMs: durations.historyKeep, longestMs: 60_000 }, 'history', log, () => history.keepAll()),
    repeat(every(1000), 'faces of other nodes', log, async () => relaying.lookForFaces()),
    repeat(every(durations.keepAlive), 'keep-alive', log, async () => sockets.keepAlive()),
  ];
  // what an earlier run left in the log
  const askAll = async () => {
    for (const { document } of await listLogLengths(db)) compactor.ask(document);
  };
  const sweep = setTimeout(() => {
    askAll().catch((error) => log.error('compaction sweep', error));
  }, durations.compactLongest);
  const compactAll = async () => {
    await askAll();
    await compactor.rest();
  };

  const rescuedChanged = () => {
    void tellAuthors().catch((error) => log.error('rescued words', error));
    relay.tell({ kind: 'rescued' });
  };
  const rightsChanged = () => {
    void rights.judgeAll();
    relay.tell({ kind: 'rights' });
  };
  const committed = (document: string, seq: number) => void relaying.committed([{ document }], [seq]);
  const edits = {
    ...{ db, hocuspocus, clock, caps, queue, live, arrivals, committed },
    catchUp: (document: Document) => catchUp(behind, document),
  };
  const port: CollabPort = {
    read,
    readWriteUp: (name) => seen(name, 'write-up', readWriteUp),
    lookOnce: seen,
    look,
    create: createDocument,
    edit: async (name, by, change) => void (await durableEdit(edits, name, by, change)),
    editOnce: async (name, by, change, alongside) => {
      const written = await durableEdit(edits, name, by, change, alongside);
      rescuedChanged();
      return written;
    },
    readStored: async (tx, name) => {
      const doc = new Y.Doc();
      return (await loadDocument(tx, name, doc)) ? doc : null;
    },
    erased: (fresh) => {
      // a whole document as one row would be applied at once; as a snapshot it is loaded in slices
      compactor.ask(fresh);
      rightsChanged();
    },
    rescuedChanged,
    roomChanged: (meeting, shown) => {
      rooms.changed(meeting, shown);
      relay.tell({ kind: 'room', meeting });
    },
    ownChanged: (meeting, people) => {
      rooms.ownChanged(meeting, people);
      relay.tell({ kind: 'own', meeting, people: [...people] });
    },
    rightsChanged,
    history: history.port,
    present: (name) => presentIn(hocuspocus.documents.get(name)) as PersonId[],
  };

  const close = async () => {
    isClosing = true;
    const compacted = compactor.close();
    threads.abort(new Error('closing'));
    clearTimeout(sweep);
    for (const timer of timers) timer.stop();
    sockets.stopReading();
    await queue.drain(durations.drain);
    await sockets.endAll(500);
    await history.close();
    await Promise.race([compacted, new Promise((resolve) => setTimeout(resolve, 1000))]);
  };

  const explain = async (cookieHeader: string | undefined) => {
    try {
      return (await options.identify(cookieHeader)) ? 204 : 401;
    } catch {
      return 503;
    }
  };
  const gauges = () =>
    readGauges({ sockets, documentNames: () => hocuspocus.documents.keys(), queue, compactor, live, relay });
  const isStoring = () => !appends.isFailing();
  return { port, handleUpgrade, explain, gauges, isStoring, compactAll, close };
};
