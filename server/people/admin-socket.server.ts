import { chmodSync, rmSync } from 'node:fs';
import { createConnection, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import type { Refused } from '#domain/refused.ts';
import type { App } from '../app.ts';
import { makeAdminLink } from './make-admin-link.ts';

/** One line of JSON each way. */
interface Ask {
  command: 'admin-link';
  email: string | null;
}
type Answer = { url: string } | Refused;

const LINE_MAX = 4_096;
const ANSWER_WITHIN_MS = 10_000;

export const adminSocketPath = (dataDir: string): string => join(dataDir, 'soak.sock');

/**
 * The running server's door for whoever owns the data folder: a Unix socket only they may open. The folder's lock is ours,
 * so a socket file found there is a dead one's. Without one (a path too long, say) the program runs on and says so.
 */
export async function serveAdminSocket(app: App, dataDir: string): Promise<{ close(): Promise<void> }> {
  const path = adminSocketPath(dataDir);
  const server = createServer((socket) => {
    void converse(app, socket).catch((error: unknown) => app.log.error('admin socket failed', error));
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
  return { close: () => new Promise((resolve) => server.close(() => resolve())) };
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

async function converse(app: App, socket: Socket): Promise<void> {
  socket.on('error', () => {});
  socket.setTimeout(ANSWER_WITHIN_MS, () => socket.destroy());
  const ask = readAsk(await readLine(socket));
  const answer: Answer = ask
    ? await makeAdminLink(app, ask.email)
    : { refused: 'That is not something this door does.' };
  socket.end(`${JSON.stringify(answer)}\n`);
}

function readAsk(line: string): Ask | null {
  try {
    const { command, email } = JSON.parse(line) as Partial<Ask>;
    if (command !== 'admin-link' || (email !== null && typeof email !== 'string')) return null;
    return { command, email };
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
