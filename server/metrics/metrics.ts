import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Gauges, Measures } from '#collab/server/measures.ts';

/** What `/metrics` shows. Nothing here is raised by a request over HTTP: an unsigned input leaves no trace (U1). */
export interface Metrics {
  measures: Measures;
  contentType: string;
  /** Prometheus text. */
  text(now: Gauges): Promise<string>;
}

const MS_PER_SECOND = 1000;
const APPEND_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 3];

/** Every figure by name, with no label but a fixed word: no content, no names, no titles, no ids. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name, help, labelNames, registers });
  const counter = (name: string, help: string, labelNames: string[] = []) =>
    new Counter({ name, help, labelNames, registers });

  const connections = gauge('soak_connections', 'Open WebSockets, by door.', ['door']);
  const documents = gauge('soak_documents_open', 'Documents in memory, by kind.', ['kind']);
  const waitingEdits = gauge('soak_append_queue_depth', 'Edits that wait for their commit.');
  const unsaved = gauge('soak_unsaved_connections', 'Connections with an edit that waits for its commit.');
  const compactions = gauge('soak_compaction_backlog', 'Documents that wait for their compaction.');
  const looseRows = gauge('soak_log_rows', 'Log rows of open documents that no snapshot holds yet.');
  const appended = new Histogram({
    name: 'soak_append_seconds',
    help: 'From an edit checked to its commit.',
    buckets: APPEND_SECONDS,
    registers,
  });
  const refused = counter('soak_refused_updates_total', 'Edits not taken and connections ended, by reason.', [
    'reason',
  ]);
  // a line of its own only where there is a Redis
  const redis = new Gauge({
    name: 'soak_redis_up',
    help: '1 while nodes hear each other over Redis.',
    registers: [],
  });
  const found = counter(
    'soak_rows_of_other_nodes_total',
    'Log rows other nodes wrote, by how they were found.',
    ['way'],
  );
  const rescued = counter('soak_rescued_words_total', 'Passages offered back to their author.');

  return {
    measures: {
      appended: (milliseconds) => appended.observe(milliseconds / MS_PER_SECOND),
      refused: (reason) => refused.inc({ reason }),
      rescued: (count) => rescued.inc(count),
      found: (way, rows) => found.inc({ way }, rows),
    },
    contentType: registry.contentType,
    text: (now) => {
      for (const [door, count] of Object.entries(now.connections)) connections.set({ door }, count);
      for (const [kind, count] of Object.entries(now.documents)) documents.set({ kind }, count);
      waitingEdits.set(now.waitingEdits);
      unsaved.set(now.unsavedConnections);
      compactions.set(now.waitingCompactions);
      looseRows.set(now.looseRows);
      if (now.relayIsUp !== null) {
        registry.registerMetric(redis);
        redis.set(now.relayIsUp ? 1 : 0);
      }
      return registry.metrics();
    },
  };
}
