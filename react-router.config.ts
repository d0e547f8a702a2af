import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import type { Config } from '@react-router/dev/config';

const BUILD = 'build';
const WAYS = [
  ['.br', promisify(brotliCompress)],
  ['.gz', promisify(gzip)],
] as const;

/**
 * What never changes is compressed once, beside its file: on the way it cost the server 5 ms a file, fifty times for each who comes in.
 * After the build and not in it, for the list of pages is written last.
 */
async function compressOnce(): Promise<void> {
  const folder = path.join(import.meta.dirname, BUILD, 'client/assets');
  const files = (await readdir(folder)).filter((name) => /\.(js|css|svg)$/.test(name));
  await Promise.all(files.map((name) => compress(path.join(folder, name))));
}

async function compress(file: string): Promise<void> {
  const plain = await readFile(file);
  for (const [ending, way] of WAYS) await writeFile(file + ending, await way(plain));
}

export default {
  appDirectory: 'app',
  ssr: true,
  buildDirectory: BUILD,
  buildEnd: compressOnce,
  // the list of pages is one small file kept for good; asked for link by link it cost each page two requests
  routeDiscovery: { mode: 'initial' },
} satisfies Config;
