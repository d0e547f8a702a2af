import { parseDocumentName } from '#collab/document/document-names.ts';
import type { AppendQueue } from './append-queue.ts';
import type { Compactor } from './compaction/compactor.ts';
import type { LiveDocuments } from './live-documents.ts';
import type { Gauges } from './measures.ts';
import type { Relay } from './relay/relay.ts';
import type { Sockets } from './sockets.ts';

export interface GaugesOf {
  sockets: Sockets;
  documentNames(): Iterable<string>;
  queue: AppendQueue;
  compactor: Compactor;
  live: LiveDocuments;
  relay: Relay;
}

/** Read when somebody asks; nothing is kept for it. */
export const readGauges = ({ sockets, documentNames, queue, compactor, live, relay }: GaugesOf): Gauges => {
  const connections = { collab: 0, yjs: 0 };
  for (const { wire } of sockets.all()) connections[wire.door] += 1;
  const documents = { 'write-up': 0, room: 0 };
  for (const name of documentNames()) {
    const parsed = parseDocumentName(name);
    if (parsed) documents[parsed.kind] += 1;
  }
  const rows = live.names().map((name) => live.get(name)?.rows ?? 0);
  return {
    connections,
    documents,
    waitingEdits: queue.waiting().edits,
    unsavedConnections: queue.waiting().sittings,
    waitingCompactions: compactor.waiting(),
    looseRows: rows.reduce((sum, count) => sum + count, 0),
    relayIsUp: relay.state() === 'none' ? null : relay.state() === 'up',
  };
};
