import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openSecretKey } from './secret-key.server.ts';

test('[T1] without SECRET_KEY a key is made once beside the embedded database, for its owner alone; PostgreSQL has to be given one', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'soak-key-'));
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
  const path = join(dataDir, 'secret.key');
  const asked = { secretKey: null, databaseUrl: null, dataDir };
  const made = await openSecretKey(asked);
  expect(made).toHaveLength(32);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  // put back from somewhere by hand
  await chmod(path, 0o644);
  expect(await openSecretKey(asked)).toEqual(made);
  expect((await stat(path)).mode & 0o777).toBe(0o600);

  const given = new Uint8Array(32).fill(7);
  expect(await openSecretKey({ ...asked, secretKey: given })).toBe(given);
  expect(await openSecretKey({ ...asked, databaseUrl: 'postgres://one' })).toBeNull();
  await writeFile(path, 'half a ke');
  await expect(openSecretKey(asked)).rejects.toThrow('does not hold 32 bytes in hex');
  expect(await readFile(path, 'utf8')).toBe('half a ke');
});
