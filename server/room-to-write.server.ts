import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** As much as some seconds of typing. */
const BYTES = new Uint8Array(64 * 1024);
/** Asked however often, one answer stands so long. */
const STANDS_MS = 2_000;

/** Answers whether a folder can be written to, by doing it: a full disk, a quota or a read-only one shows in nothing else. Idle it does nothing. */
export function roomToWrite(folder: string, now: () => number = () => performance.now()) {
  let last: { at: number; answer: Promise<boolean> } | null = null;
  return (): Promise<boolean> => {
    if (!last || now() - last.at > STANDS_MS)
      last = { at: now(), answer: canWrite(join(folder, '.room-to-write')) };
    return last.answer;
  };
}

async function canWrite(path: string): Promise<boolean> {
  const isWritten = await writeFile(path, BYTES).then(
    () => true,
    () => false,
  );
  await rm(path, { force: true }).catch(() => {});
  return isWritten;
}
