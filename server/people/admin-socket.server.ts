import { chmodSync, rmSync } from 'node:fs';
import { createConnection, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';
import type { Refused } from '#domain/refused.ts';
import type { App } from '../app.ts';
import { type BackupAsked, backupLines } from '../backup/serve-backup.ts';
import { makeAdminLink } from './make-admin-link.ts';

/** One line of JSON asks. `admin-link` is answered by one line, `backup` by all of its lines. */
type Ask = { command: 'admin-link'; email: string | null } | ({ command: 'backup' } & BackupAsked);
type Answer = { url: string } | Refused;
type Asked = Omit<App, 'collab'>;

const LINE_MAX = 4_096;
const ANSWER_WITHIN_MS = 10_000;

export const adminSocketPath = (dataDir: string): string => join(dataDir, 'soak.sock');

/**
 * The running server's door for whoever owns the data folder: a Unix socket only they may open. The folder's lock is ours,
 * so a socket file found there is a dead one's. Without one (a path too long, say) the program runs on and says so.
 */
export async function serveAdminSocket(app: Asked, dataDir: string): Promise<{ close(): Promise<void> }> {
  const path = adminSocketPath(dataDir);
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    void converse(app, socket).catch((error: unknown) => {
      app.log.error('admin socket failed', error);
      socket.destroy();
    });
  });
  rmSync(path, { force: true });
  const before = process.umask(0o177);
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(path, resolve);
      // bound by now; other files made from here on get their usual mode
      process.umask(before);
    });
    chmodSync(path, 0o600);
  } catch (error) {
    app.log.error('no admin socket', error);
  } finally {
    process.umask(before);
  }
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        // a backup under way would outlast a shutdown: whoever asked for it is told that it ended early
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** Asks the server that runs on a data folder. Null where none does. */
export function askAdminSocket(dataDir: string, email: string | null): Promise<Answer | null> {
  return new Promise((resolve, reject) => {
    const socket = createConnection(adminSocketPath(dataDir));
    socket.setTimeout(ANSWER_WITHIN_MS, () =>
      socket.destroy(new Error('The running server did not answer.')),
    );
    socket.once('connect', () =>
      socket.write(`${JSON.stringify({ command: 'admin-link', email } satisfies Ask)}\n`),
    );
    socket.once('error', (error: NodeJS.ErrnoException) =>
      ['ENOENT', 'ECONNREFUSED'].includes(error.code ?? '') ? resolve(null) : reject(error),
    );
    readLine(socket).then((line) => resolve(JSON.parse(line) as Answer), reject);
  });
}

/** A backup from the server that runs on a data folder, as text. Null where none does. */
export function askBackup(dataDir: string, asked: BackupAsked): Promise<Socket | null> {
  return new Promise((resolve, reject) => {
    const socket = createConnection(adminSocketPath(dataDir)).setEncoding('utf8');
    socket.once('connect', () => {
      socket.write(`${JSON.stringify({ command: 'backup', ...asked } satisfies Ask)}\n`);
      resolve(socket);
    });
    socket.once('error', (error: NodeJS.ErrnoException) =>
      ['ENOENT', 'ECONNREFUSED'].includes(error.code ?? '') ? resolve(null) : reject(error),
    );
  });
}

async function converse(app: Asked, socket: Socket): Promise<void> {
  socket.on('error', () => {});
  socket.setTimeout(ANSWER_WITHIN_MS, () => socket.destroy());
  const ask = readAsk(await readLine(socket));
  if (ask?.command === 'backup') return sendBackup(app, socket, ask);
  const answer: Answer = ask
    ? await makeAdminLink(app, ask.email)
    : { refused: 'That is not something this door does.' };
  socket.end(`${JSON.stringify(answer)}\n`);
}

/** As fast as the other side takes it; its leaving ends the reading. */
async function sendBackup(app: Asked, socket: Socket, asked: BackupAsked): Promise<void> {
  socket.setTimeout(0);
  for await (const lines of backupLines(app, asked)) {
    if (socket.destroyed) return;
    if (lines.length > 0 && !socket.write(`${lines.join('\n')}\n`))
      await new Promise<void>((resolve) => {
        socket.once('drain', resolve);
        socket.once('close', () => resolve());
      });
  }
  socket.end();
}

const Ask: z.ZodType<Ask> = z.union([
  z.strictObject({ command: z.literal('admin-link'), email: z.string().nullable() }),
  z.strictObject({
    command: z.literal('backup'),
    waitMs: z.number().min(0).max(600_000),
    rest: z.number().min(0).max(100),
  }),
]);

function readAsk(line: string): Ask | null {
  try {
    return Ask.parse(JSON.parse(line));
  } catch {
    return null;
  }
}

function readLine(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => {
      text += chunk;
      if (text.includes('\n')) resolve(text.slice(0, text.indexOf('\n')));
      else if (text.length > LINE_MAX) socket.destroy(new Error('too long'));
    });
    socket.once('close', () => reject(new Error('The connection ended before an answer.')));
  });
}
