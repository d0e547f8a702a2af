import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { openDatabase } from '#db/open.server.ts';
import type { App, Clock, Demo, Log } from './app.ts';
import type { Environment } from './environment.ts';
import type { Web } from './web.server.ts';

export interface MainOptions {
  environment: Environment;
  log: Log;
  web: Web;
  /** What rules read; the system's clock unless the demo or a test hands in another. */
  clock?: Clock;
  demo?: (app: App) => Demo;
  /** What a new data folder is copied from; an empty one otherwise. */
  template?: string;
  /** How often it is looked whether something erased is still to be swept out of files; for tests. */
  sweepEveryMs?: number;
  /** In development: what stands before the app on the same server. */
  before?: (server: Server) => (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
}

export interface Running {
  app: App;
  origin: string;
  /** Drains and closes everything opened here, within ten seconds. */
  close(): Promise<void>;
}

/**
 * Opens the program: database, collaboration, HTTP. The only place that opens and closes; errors here are plain sentences. The
 * database's thread is started first, and opens it while this one still reads the rest of the program.
 */
export async function main(options: MainOptions): Promise<Running> {
  const { environment, log } = options;
  const opening = openDatabase(
    environment.databaseUrl === null
      ? { dataDir: environment.dataDir, ...(options.template && { template: options.template }) }
      : { databaseUrl: environment.databaseUrl },
    { onIdleError: (error) => log.error('database connection broke', error) },
  );
  // told below; until then to nobody, as an unhandled rejection
  opening.catch(() => {});
  await new Promise(setImmediate);
  const [database, { serve }] = await Promise.all([opening, import('./serve.server.ts')]);
  return serve(options, database);
}
