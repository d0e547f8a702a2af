/** `npm run restore FILE`: a backup into an empty PostgreSQL, or a data folder without a workspace. */
import { BackupRefused } from '#db/backup/backup-refused.ts';
import { restoreInto } from '#db/backup/restore-into.server.ts';
import { DatabaseRefused, isDatabaseUnavailable } from '#db/engine/errors.ts';
import { fail, fileAsked, openProgress } from './backup/command-line.server.ts';
import { loadFrom, readBackupFile } from './backup/read-backup-file.server.ts';
import { readEnvironment } from './environment.ts';

const environment = readEnvironment(process.env);
if ('problems' in environment) fail(environment.problems.join('\n'));
const { databaseUrl, dataDir } = environment;
const file = fileAsked('restore');
const progress = openProgress();

try {
  progress.show('Reading the file to its end first');
  const backup = await readBackupFile(file);
  const load = loadFrom(file, backup, (rows) => progress.show(`Restoring: ${rows} of ${backup.rows} rows`));
  await restoreInto({ databaseUrl, dataDir }, { migrations: backup.head.migrations, load });
  progress.end();
  console.log(
    `Restored ${backup.rows} rows as of ${backup.head.at}, up to edit ${backup.position.log}, into ${databaseUrl ? 'PostgreSQL' : dataDir}. Start Soak with npm start.`,
  );
} catch (error) {
  progress.end();
  fail(sentenceOf(error));
}

function sentenceOf(error: unknown): string {
  if (error instanceof BackupRefused || error instanceof DatabaseRefused) return error.message;
  if (isDatabaseUnavailable(error)) return 'The database went away. Nothing was restored; try again.';
  if (error instanceof Error && 'code' in error)
    // the constraint and not the row: a message may quote what somebody wrote
    return `The rows of this backup do not fit together (${String(error.code)}${'constraint' in error && error.constraint ? `, ${error.constraint}` : ''}). Nothing was restored.`;
  throw error;
}
