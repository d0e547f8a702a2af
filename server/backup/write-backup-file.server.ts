import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createGunzip, createGzip } from 'node:zlib';
import { BackupRefused } from '#db/backup/backup-refused.ts';
import { control, isRow, LINE_MOST } from './backup-lines.ts';
import { compressed } from './compressed.server.ts';
import { beginFile, cannotWrite, openNameless } from './file-place.server.ts';
import { type Heard, hearBackup } from './hear-backup.ts';
import { logNumbers } from './log-numbers.ts';
import { onlyNewest } from './only-newest.ts';
import { splitLines } from './split-lines.ts';

export interface Written {
  at: string;
  /** the highest number of an edit in it */
  log: number;
  rows: number;
  bytes: number;
}

export type Progress = (said: { table: string; done: number; of: number; rows: number }) => void;

/**
 * Writes a backup whose lines come from `source` into `file`, whole or not at all. What comes is first put aside in a nameless file:
 * only the end tells which rows stand as they were read. Then each row is written once, and every edit up to the position is found.
 * Throws BackupRefused with a sentence, and leaves whatever stood under the name.
 */
export async function writeBackupFile(
  file: string,
  source: AsyncIterable<string[]>,
  onProgress: Progress,
): Promise<Written> {
  const place = await beginFile(file);
  try {
    const aside = await openNameless(file);
    try {
      const heard = await putAside(aside, source, onProgress);
      const written = await writeWhole(place.handle, aside, heard);
      const { size } = await place.handle.stat();
      await place.keep();
      return { at: heard.head.at, log: heard.position.log, rows: written, bytes: size };
    } finally {
      await aside.close();
    }
  } catch (error) {
    await place.drop();
    throw cannotWrite(dirname(file), error);
  }
}

async function putAside(
  aside: FileHandle,
  source: AsyncIterable<string[]>,
  onProgress: Progress,
): Promise<Heard> {
  const out = compressed(aside, createGzip({ level: 1 }));
  const heard = await hearBackup(source, (lines) => out.write(lines), onProgress);
  await out.end();
  return heard;
}

/** @returns how many rows */
async function writeWhole(to: FileHandle, aside: FileHandle, heard: Heard): Promise<number> {
  const out = compressed(to, createGzip());
  const hash = createHash('sha256');
  const missing = new Set(heard.mustHold);
  let rows = 0;
  const write = (lines: string[]) => {
    for (const line of lines) {
      hash.update(line).update('\n');
      if (isRow(line)) rows++;
    }
    return out.write(lines);
  };
  const numbers = logNumbers();
  for await (const lines of onlyNewest(linesAside(aside), heard.again)) {
    for (const number of numbers(lines)) missing.delete(number);
    await write(lines);
  }
  if (missing.size > 0)
    throw new BackupRefused(
      `${missing.size} edits up to the stated position are not in the backup. It was not written; this is a mistake in Soak.`,
    );
  await write([control({ position: heard.position })]);
  await out.write([control({ end: { rows, sha256: hash.digest('hex') } })]);
  await out.end();
  return rows;
}

const linesAside = (aside: FileHandle) => {
  const text = aside
    .createReadStream({ start: 0, autoClose: false })
    .pipe(createGunzip())
    .setEncoding('utf8');
  return splitLines(text, LINE_MOST, () => new Error('a line grew on its way'));
};
