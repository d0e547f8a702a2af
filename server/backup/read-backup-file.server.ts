import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { BackupRefused } from '#db/backup/backup-refused.ts';
import type { Loading } from '#db/backup/load-backup.ts';
import { LINE_MOST } from './backup-lines.ts';
import { type BackupFile, DAMAGED, hearFile, type Listener } from './hear-file.ts';
import { splitLines } from './split-lines.ts';

const NOT_ONE = 'This is not a backup of Soak, or it is damaged. Nothing was changed.';

/**
 * Reads a backup file from end to end and throws BackupRefused with a sentence unless it is whole: every line what it has to be,
 * and its sum as the end says. Nothing in it is run as a program or as SQL.
 */
export async function readBackupFile(file: string, listener: Listener = {}): Promise<BackupFile> {
  const there = await stat(file).catch(() => null);
  if (!there) throw new BackupRefused(`There is no file ${file}.`);
  if (!there.isFile()) throw new BackupRefused(`${file} is not a file.`);
  if (there.size === 0) throw new BackupRefused(NOT_ONE);
  try {
    return await hearFile(linesOfFile(file), listener);
  } catch (error) {
    const sentence = sentenceOf(error);
    throw sentence ? new BackupRefused(sentence) : error;
  }
}

function sentenceOf(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'EACCES') return 'You may not read this file. Nothing was changed.';
  if (code === 'Z_BUF_ERROR') return DAMAGED;
  return code.startsWith('Z_') ? NOT_ONE : null;
}

async function* linesOfFile(file: string): AsyncGenerator<string[]> {
  const source = createReadStream(file);
  const text = createGunzip();
  source.on('error', (error) => text.destroy(error));
  source.pipe(text).setEncoding('utf8');
  try {
    yield* splitLines(text, LINE_MOST, () => new BackupRefused(NOT_ONE));
  } finally {
    source.destroy();
    text.destroy();
  }
}

/** The same file once more, into a database; refused if it is not the very file that was read before. */
export const loadFrom =
  (file: string, known: BackupFile, onProgress: (rows: number) => void) =>
  async (into: Loading): Promise<void> => {
    let rows = 0;
    const again = await readBackupFile(file, {
      section: ({ table, columns }) => into.section(table, columns),
      rows: async (lines) => {
        await into.rows(lines);
        rows += lines.length;
        onProgress(rows);
      },
      position: ({ sequences }) => into.sequences(sequences),
    });
    if (again.sha256 !== known.sha256)
      throw new BackupRefused('The file changed while it was read. Nothing was changed.');
  };
