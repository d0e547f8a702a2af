import { once } from 'node:events';
import type { FileHandle } from 'node:fs/promises';
import type { Gzip } from 'node:zlib';

export interface LineSink {
  /** Resolves when more may be written. */
  write(lines: readonly string[]): Promise<void>;
  /** Resolves when all of it is in the file, which stays open. */
  end(): Promise<void>;
}

/** Lines through gzip into an open file. What goes wrong in between is thrown by the next write or the end. */
export function compressed(file: FileHandle, gzip: Gzip): LineSink {
  let failure: unknown = null;
  const done = pump(gzip, file).catch((error: unknown) => {
    failure = error;
    gzip.destroy();
  });
  return {
    async write(lines) {
      if (failure) throw failure;
      if (lines.length === 0 || gzip.write(`${lines.join('\n')}\n`)) return;
      await Promise.race([once(gzip, 'drain').catch(() => {}), done]);
      if (failure) throw failure;
    },
    async end() {
      gzip.end();
      await done;
      if (failure) throw failure;
    },
  };
}

async function pump(from: AsyncIterable<Uint8Array>, to: FileHandle): Promise<void> {
  for await (const chunk of from) await to.appendFile(chunk);
}
