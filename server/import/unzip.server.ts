import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { type Refused, refuse } from '#domain/refused.ts';
import type { ChosenFile } from './chosen-file.ts';

export const ENTRIES_MAX = 20_000;
export const ENTRY_BYTES_MAX = 32 * 1024 * 1024;
/** All that comes out of one zip, counted as it comes out, whatever its headers say. */
export const UNZIPPED_BYTES_MAX = 128 * 1024 * 1024;

/** A zip's files, read while counting. Anything a careful archiver would not write refuses the whole: nothing is kept. */
export async function unzip(bytes: Uint8Array): Promise<ChosenFile[] | Refused> {
  try {
    return await readAll(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch (error) {
    if (error instanceof NotTaken) return refuse(error.message);
    return refuse('This zip could not be read: it is damaged, or its entries are not what its index says.');
  }
}

class NotTaken extends Error {}

async function readAll(buffer: Buffer): Promise<ChosenFile[]> {
  const zip = await open(buffer);
  if (zip.entryCount > ENTRIES_MAX) throw new NotTaken('This zip has more than 20,000 entries.');
  const files: ChosenFile[] = [];
  const seen = new Set<string>();
  let left = UNZIPPED_BYTES_MAX;
  for await (const entry of entriesOf(zip)) {
    judge(entry, seen);
    if (entry.fileName.endsWith('/') || isClutter(entry.fileName)) continue;
    const content = await contentOf(zip, entry, Math.min(left, ENTRY_BYTES_MAX));
    left -= content.length;
    files.push({ path: entry.fileName, bytes: content });
  }
  return files;
}

/** `strictFileNames` and `decodeStrings` refuse `../`, absolute paths and backslashes in any name. */
const open = (buffer: Buffer): Promise<ZipFile> =>
  new Promise((resolve, reject) =>
    yauzl.fromBuffer(
      buffer,
      {
        lazyEntries: true,
        strictFileNames: true,
        decodeStrings: true,
        validateEntrySizes: true,
        autoClose: false,
      },
      (error, zip) => (error || !zip ? reject(error) : resolve(zip)),
    ),
  );

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  const queue: Entry[] = [];
  let ended = false;
  let failed: unknown = null;
  let wake = () => {};
  const on = (deed: () => void) => () => {
    deed();
    wake();
  };
  zip.on('entry', (entry: Entry) => on(() => queue.push(entry))());
  zip.on(
    'end',
    on(() => {
      ended = true;
    }),
  );
  zip.on('error', (error: unknown) =>
    on(() => {
      failed = error;
    })(),
  );
  for (;;) {
    const next = new Promise<void>((resolve) => {
      wake = resolve;
    });
    zip.readEntry();
    if (queue.length === 0 && !ended && failed === null) await next;
    if (failed !== null) throw failed;
    const entry = queue.shift();
    if (!entry) return;
    yield entry;
  }
}

function judge(entry: Entry, seen: Set<string>): void {
  const kind = (entry.externalFileAttributes >>> 16) & 0o170000;
  if (kind === 0o120000)
    throw new NotTaken('This zip holds a link to another file. Zip the files themselves.');
  if (entry.isEncrypted()) throw new NotTaken('This zip is locked with a password. Unlock it first.');
  const name = entry.fileName.normalize('NFC').toLowerCase();
  if (seen.has(name)) throw new NotTaken(`This zip has "${entry.fileName.slice(0, 100)}" twice.`);
  if (/(?:^|\/)\.\.(?:\/|$)|^\/|^[a-z]:|\\|\0/i.test(entry.fileName))
    throw new NotTaken('This zip has a file that would lie outside of it.');
  seen.add(name);
}

/** Inflates one entry and stops the moment it says more than there is room for. */
function contentOf(zip: ZipFile, entry: Entry, room: number): Promise<Uint8Array> {
  const tooMuch = () => new NotTaken('This zip holds more than 128 MB, or a file of more than 32 MB.');
  if (entry.uncompressedSize > room) return Promise.reject(tooMuch());
  return new Promise((resolve, reject) =>
    zip.openReadStream(entry, (error, stream) => {
      if (error || !stream) return reject(error);
      const chunks: Buffer[] = [];
      let size = 0;
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size <= room) chunks.push(chunk);
        else stream.destroy(tooMuch());
      });
      stream.on('error', reject);
      stream.on('end', () => resolve(Buffer.concat(chunks)));
    }),
  );
}

const isClutter = (name: string): boolean => /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$)/.test(name);
