import { randomBytes } from 'node:crypto';
import { chmod, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The key that tokens are sealed with: the one given, else one made once beside the embedded database. Null: with PostgreSQL it has to be given. */
export async function openSecretKey({
  secretKey,
  databaseUrl,
  dataDir,
}: {
  secretKey: Uint8Array | null;
  databaseUrl: string | null;
  dataDir: string;
}): Promise<Uint8Array | null> {
  if (secretKey !== null) return secretKey;
  if (databaseUrl !== null) return null;
  const path = join(dataDir, 'secret.key');
  try {
    const file = await open(path, 'wx', 0o600);
    await file.writeFile(`${randomBytes(32).toString('hex')}\n`);
    await file.sync();
    await file.close();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    await chmod(path, 0o600);
  }
  const words = (await readFile(path, 'utf8')).trim();
  if (!/^[0-9a-f]{64}$/.test(words))
    throw new Error(
      `${path} does not hold 32 bytes in hex. Put the right file back, or remove it: tokens of trackers are then asked for anew.`,
    );
  return new Uint8Array(Buffer.from(words, 'hex'));
}
