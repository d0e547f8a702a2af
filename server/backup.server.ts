/** `npm run backup FILE`: everything in one file, beside the running server while people write. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { BackupRefused } from '#db/backup/backup-refused.ts';
import { DatabaseRefused } from '#db/engine/errors.ts';
import { embeddedFolder, openDatabase } from '#db/open.server.ts';
import { LINE_MOST } from './backup/backup-lines.ts';
import { fail, fileAsked, openProgress } from './backup/command-line.server.ts';
import { backupLines } from './backup/serve-backup.ts';
import { splitLines } from './backup/split-lines.ts';
import { writeBackupFile } from './backup/write-backup-file.server.ts';
import { type Environment, readEnvironment } from './environment.ts';
import { openLog } from './log.server.ts';
import { askBackup } from './people/admin-socket.server.ts';
import { systemRandom } from './random.server.ts';

const WAIT_MS = 300_000;
/** The server's own hourly dump takes twice the time over it, and gives up its turn to anybody. */
const asked = process.argv.includes('--unhurried') ? { waitMs: 0, rest: 3 } : { waitMs: WAIT_MS, rest: 1 };

const environment = readEnvironment(process.env);
if ('problems' in environment) fail(environment.problems.join('\n'));
const file = fileAsked('backup');
const progress = openProgress();

try {
  const { lines, close } = await openSource(environment);
  const written = await writeBackupFile(file, lines, ({ table, done, of, rows }) =>
    progress.show(`Reading ${table}, table ${done} of ${of}: ${rows} rows so far`),
  ).finally(close);
  progress.end();
  console.log(
    `Backed up ${written.rows} rows, up to edit ${written.log}, into ${file} (${written.bytes} bytes). It holds what people wrote, sealed ideas too: keep it as you keep the database.`,
  );
} catch (error) {
  progress.end();
  if (error instanceof BackupRefused || error instanceof DatabaseRefused) fail(error.message);
  throw error;
}

interface Source {
  lines: AsyncIterable<string[]>;
  close(): Promise<void>;
}

/** The running server where one holds the folder; the database itself where none does, or where it is PostgreSQL. */
async function openSource({ databaseUrl, dataDir }: Environment): Promise<Source> {
  if (!databaseUrl) {
    const socket = await askBackup(dataDir, asked);
    if (socket)
      return {
        lines: splitLines(untilCut(socket), LINE_MOST, tooLong),
        close: async () => void socket.destroy(),
      };
    if (!existsSync(embeddedFolder(dataDir)))
      throw new BackupRefused(`There is no workspace in ${dataDir} yet.`);
    if (existsSync(join(dataDir, 'demo.json')))
      throw new BackupRefused(
        'This is a demo: everybody knows its passwords, and nothing of it is backed up.',
      );
  }
  const { db, close } = await openDatabase({ databaseUrl, dataDir }, { asFound: true });
  const app = {
    db,
    clock: { now: () => new Date() },
    random: systemRandom,
    demo: null,
    log: openLog('silent'),
  };
  // nobody else is on an embedded database that we could open
  return { lines: backupLines(app, databaseUrl ? asked : { ...asked, rest: 0 }), close };
}

/** A server that went away ends its text; whoever listens notices that the end is missing. */
async function* untilCut(socket: AsyncIterable<string>): AsyncGenerator<string> {
  try {
    yield* socket;
  } catch {
    throw new BackupRefused('The server stopped while it was backed up. Nothing was written; try again.');
  }
}

function tooLong(): Error {
  return new BackupRefused('The server sent something that is no backup. Nothing was written.');
}
