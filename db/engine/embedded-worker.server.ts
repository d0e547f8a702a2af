/** The worker thread that holds PGlite: in the main thread a query would freeze every socket. */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { PGlite, type Results } from '@electric-sql/pglite';
import type { Answer, Ask, Opened, Rows, WorkerOptions } from './embedded-messages.ts';
import type { SqlFailure } from './errors.ts';
import { PARAMETER_TYPES } from './parameter-types.ts';
import { RESULT_TYPES } from './result-types.ts';

if (parentPort) void serve(parentPort, workerData as WorkerOptions);

async function serve(port: MessagePort, options: WorkerOptions): Promise<void> {
  const database = await open(options.folder).catch((error: unknown) => {
    port.postMessage({ opened: false, reason: describe(error).message } satisfies Opened);
    return null;
  });
  if (!database) return;
  port.on('message', async (message: Ask | 'close') => {
    if (message === 'close') {
      await database.close();
      port.close();
      return;
    }
    port.postMessage(await answer(database, message));
  });
  port.postMessage({ opened: true } satisfies Opened);
}

async function open(folder: string): Promise<PGlite> {
  const database = await PGlite.create({
    dataDir: folder,
    // an eighth of the default keeps the idle program near 200 MB
    postgresqlconf: ['shared_buffers=16MB', 'max_wal_size=128MB', 'min_wal_size=32MB'],
    parsers: RESULT_TYPES,
    serializers: PARAMETER_TYPES,
  });
  await database.exec("set timezone to 'UTC'");
  return database;
}

async function answer(database: PGlite, ask: Ask): Promise<Answer> {
  try {
    return { id: ask.id, rows: await run(database, ask) };
  } catch (error) {
    return { id: ask.id, failure: describe(error) };
  }
}

async function run(database: PGlite, ask: Ask): Promise<Rows> {
  const result: Results | undefined =
    ask.parameters.length > 0
      ? await database.query(ask.sql, [...ask.parameters])
      : (await database.exec(ask.sql)).at(-1);
  return {
    command: result?.command?.split(' ')[0] ?? '',
    rowCount: result?.affectedRows ?? 0,
    rows: result?.rows ?? [],
  };
}

function describe(error: unknown): SqlFailure {
  if (!(error instanceof Error)) return { message: String(error) };
  const { message, code, constraint, detail, table, column } = error as Error & SqlFailure;
  return { message, code, constraint, detail, table, column };
}
