import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { withDatabase } from '#db/testing.ts';
import { adminSocketPath, askAdminSocket, serveAdminSocket } from './admin-socket.server.ts';
import { ensureWorkspace, somebody, type TestApp, testApp } from './testing.ts';

describe('the door for whoever owns the data folder', () =>
  withDatabase((engine) => {
    let app: TestApp;
    let dataDir: string;
    let door: { close(): Promise<void> };

    beforeEach(async () => {
      app = testApp(() => engine.db);
      await ensureWorkspace(app);
      dataDir = await mkdtemp(join(tmpdir(), 'soak-door-'));
      // what a killed server leaves behind
      await writeFile(adminSocketPath(dataDir), '');
      door = await serveAdminSocket(app, dataDir);
    });
    afterEach(async () => {
      await door.close();
      await rm(dataDir, { recursive: true, force: true });
    });

    test('is open to its owner alone', async () => {
      expect((await stat(adminSocketPath(dataDir))).mode & 0o777).toBe(0o600);
    });

    test('sets an empty workspace up, then gives administrators a new password', async () => {
      expect(await askAdminSocket(dataDir, null)).toHaveProperty('url', expect.stringContaining('/set-up/'));
      const root = await somebody(app, { role: 'administrator' });
      expect(await askAdminSocket(dataDir, root.email)).toHaveProperty(
        'url',
        expect.stringContaining('/password/'),
      );
      expect(await askAdminSocket(dataDir, 'nobody@example.test')).toHaveProperty('refused');
    });

    test('answers garbage with a refusal and stays open', async () => {
      for (const words of [
        'not json\n',
        '{"command":"erase","email":null}\n',
        '[]\n',
        '{"command":"admin-link","email":7}\n',
      ])
        expect(await say(dataDir, words)).toMatch(/refused/);
      await say(dataDir, 'x'.repeat(100_000));
      expect(await askAdminSocket(dataDir, null)).not.toBeNull();
    });

    test('nobody there reads as null', async () => {
      expect(await askAdminSocket(join(dataDir, 'elsewhere'), null)).toBeNull();
    });
  }));

function say(dataDir: string, words: string): Promise<string> {
  return new Promise((resolve) => {
    let heard = '';
    const socket = createConnection(adminSocketPath(dataDir));
    socket.on('error', () => {});
    socket.on('data', (chunk) => {
      heard += chunk;
    });
    socket.on('close', () => resolve(heard));
    socket.write(words);
  });
}
