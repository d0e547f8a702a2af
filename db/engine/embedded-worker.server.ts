/** The worker thread that holds PGlite: in the main thread a query would freeze every socket. */
import { readFile } from 'node:fs/promises';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { PGlite, type Results } from '@electric-sql/pglite';
import { copyFolder } from './copy-folder.server.ts';
import type { Answer, Ask, Opened, OpenFolder, Rows } from './embedded-messages.ts';
import type { SqlFailure } from './errors.ts';
import { PARAMETER_TYPES } from './parameter-types.ts';
import { RepeatedStatements } from './repeated-statements.server.ts';
import { RESULT_TYPES } from './result-types.ts';

const compiling = compile((workerData as { compiled: WebAssembly.Module | null }).compiled);
// told to whoever opens; without this line also to nobody, as an unhandled rejection
compiling.catch(() => {});
parentPort?.once('message', (folder: OpenFolder) => void serve(parentPort as MessagePort, folder));

/** Before anybody has said which folder. */
async function compile(compiled: WebAssembly.Module | null): Promise<WebAssembly.Module> {
  if (compiled) return compiled;
  const file = new URL('pglite.wasm', import.meta.resolve('@electric-sql/pglite'));
  return WebAssembly.compile(await readFile(file));
}

async function serve(port: MessagePort, options: OpenFolder): Promise<void> {
  const database = await open(options).catch((error: unknown) => {
    port.postMessage({ opened: false, reason: describe(error).message } satisfies Opened);
    return null;
  });
  if (!database) return;
  const engine = { database, repeated: new RepeatedStatements(database) };
  port.on('message', async (message: Ask | 'close') => {
    if (message === 'close') {
      await database.close();
      port.close();
      return;
    }
    port.postMessage(await answer(engine, message));
  });
  port.postMessage({ opened: true, compiled: await compiling } satisfies Opened);
}

async function open({ folder, template }: OpenFolder): Promise<PGlite> {
  if (template) copyFolder(template, folder);
  const database = await PGlite.create({
    dataDir: folder,
    pgliteWasmModule: await compiling,
    // an eighth of the default keeps the idle program near 200 MB
    postgresqlconf: ['shared_buffers=16MB', 'max_wal_size=128MB', 'min_wal_size=32MB'],
    parsers: RESULT_TYPES,
    serializers: PARAMETER_TYPES,
  });
  await database.exec("set timezone to 'UTC'");
  return database;
}

interface Engine {
  database: PGlite;
  repeated: RepeatedStatements;
}

async function answer(engine: Engine, ask: Ask): Promise<Answer> {
  try {
    return { id: ask.id, rows: asRows(await run(engine, ask)) };
  } catch (error) {
    return { id: ask.id, failure: describe(error) };
  }
}

async function run({ database, repeated }: Engine, { sql, parameters }: Ask): Promise<Results | undefined> {
  if (parameters.length > 0) return repeated.run(sql, parameters);
  const results = await database.exec(sql);
  if (!LEAVES_TABLES_ALONE.test(sql)) await repeated.forget();
  return results.at(-1);
}

const LEAVES_TABLES_ALONE =
  /^\s*(set|begin|commit|rollback|savepoint|release|start|select|insert|update|delete|with)\b/i;

const asRows = (result: Results | undefined): Rows => ({
  command: result?.command?.split(' ')[0] ?? '',
  rowCount: result?.affectedRows ?? 0,
  rows: result?.rows ?? [],
});

function describe(error: unknown): SqlFailure {
  if (!(error instanceof Error)) return { message: String(error) };
  const { message, code, constraint, detail, table, column } = error as Error & SqlFailure;
  return { message, code, constraint, detail, table, column };
}
