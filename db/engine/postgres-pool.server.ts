import pg from 'pg';
import { ARRAY_TYPES, RESULT_TYPES } from './result-types.ts';

export interface PostgresLimits {
  connections: number;
  /** 0: no limit, for migrations. */
  statementMs: number;
  connectMs: number;
}

/**
 * A pool that outlives its server: without the two error listeners a stopped database would end the process, and without
 * the limits a half-dead network would hold a query for ever.
 */
export function openPostgresPool(
  databaseUrl: string,
  limits: PostgresLimits,
  onError: (error: Error) => void,
): pg.Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: limits.connections,
    connectionTimeoutMillis: limits.connectMs,
    statement_timeout: limits.statementMs,
    // the server's own limit speaks first where it can still speak
    query_timeout: limits.statementMs === 0 ? 0 : limits.statementMs + 2_000,
    idle_in_transaction_session_timeout: 60_000,
    keepAlive: true,
    application_name: 'soak',
    // as the result types and a backup's text expect them, whatever this server's own defaults are
    options: '-c timezone=UTC -c DateStyle=ISO -c bytea_output=hex',
    types: { getTypeParser },
  });
  pool.on('error', onError);
  pool.on('connect', (client) => {
    client.on('error', onError);
    breakWhenSilent(client);
  });
  return pool;
}

/**
 * A connection that gave no answer in time is broken off. pg only stops waiting for it: the pool would hand it out next, and whoever got
 * it would wait behind the query that hangs.
 */
function breakWhenSilent(client: pg.PoolClient): void {
  const inside = client as unknown as { _queryable: boolean; connection: { stream: { destroy(): void } } };
  const asked = client as { query(...how: unknown[]): unknown };
  const ask = asked.query.bind(client);
  asked.query = (...how) => {
    const answer = ask(...how);
    if (answer instanceof Promise)
      answer.catch((error: unknown) => {
        if (!(error instanceof Error) || error.message !== 'Query read timeout') return;
        // what pg itself says of a broken one, and the pool asks when it is given back
        inside._queryable = false;
        inside.connection.stream.destroy();
      });
    return answer;
  };
}

/** Its published types describe another shape than the module has. */
const arrays = pg.types.arrayParser as unknown as {
  create(text: string, parse: (element: string) => unknown): { parse(): unknown[] };
};

function getTypeParser(oid: number, format?: 'text' | 'binary'): (text: string) => unknown {
  if (format === 'binary') return pg.types.getTypeParser(oid, 'binary') as (text: string) => unknown;
  const element = ARRAY_TYPES[oid];
  if (element === undefined) return RESULT_TYPES[oid] ?? String;
  const parse = RESULT_TYPES[element] ?? String;
  return (text) => arrays.create(text, parse).parse();
}
