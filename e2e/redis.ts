/** A real Redis for tests: started in a temporary folder, stopped, halted and slowed as rudely as a test wants. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { freePort } from './free-port.ts';

export interface RealRedis {
  url: string;
  start(): Promise<void>;
  /** `kill -9`. */
  stop(): Promise<void>;
  /** It neither answers nor ends: its connections stay open. */
  halt(): void;
  goOn(): void;
  /** Ends the connections of all who listen, as a network may. */
  cutListeners(): Promise<void>;
  /** Stops it and removes its folder. */
  remove(): Promise<void>;
}

/** Redis' own program, or Valkey's, which is the same to Soak; null where neither is installed. */
export function findRedisProgram(): string | null {
  const places = ['/usr/bin', '/usr/local/bin', ...(process.env.PATH ?? '').split(delimiter)];
  const programs = places.flatMap((place) =>
    ['redis-server', 'valkey-server'].map((name) => join(place, name)),
  );
  return programs.find((program) => existsSync(program)) ?? null;
}

export async function startRedis(): Promise<RealRedis> {
  const program = findRedisProgram();
  if (!program) throw new Error('Redis’ program (redis-server or valkey-server) is not installed.');
  const folder = mkdtempSync(join(tmpdir(), 'soak-redis-'));
  const port = await freePort();
  const line = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--dir',
    folder,
    '--save',
    '',
    '--appendonly',
    'no',
  ];
  let server: ChildProcess | null = null;
  const orphan = () => server?.kill('SIGKILL');
  process.once('exit', orphan);

  const start = async () => {
    server = spawn(program, line, { cwd: folder, stdio: 'ignore' });
    await answering(port, server);
  };
  const stop = async () => {
    const stopping = server;
    server = null;
    if (!stopping || stopping.exitCode !== null) return;
    const gone = new Promise((resolve) => stopping.once('exit', resolve));
    stopping.kill('SIGKILL');
    await gone;
  };
  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    start,
    stop,
    halt: () => void server?.kill('SIGSTOP'),
    goOn: () => void server?.kill('SIGCONT'),
    cutListeners: async () => void (await says(port, 'CLIENT KILL TYPE pubsub')),
    async remove() {
      await stop();
      process.off('exit', orphan);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function answering(port: number, server: ChildProcess): Promise<void> {
  const deadline = Date.now() + 20_000;
  while ((await says(port, 'PING')) !== '+PONG') {
    if (server.exitCode !== null || Date.now() > deadline) throw new Error('Redis did not start.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** The first line it answers; null where it does not. */
function says(port: number, command: string): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(`${command}\r\n`));
    const end = (answer: string | null) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('data', (data) => end(data.toString().split('\r\n')[0] ?? null));
    socket.once('error', () => end(null));
    socket.setTimeout(1000, () => end(null));
  });
}
