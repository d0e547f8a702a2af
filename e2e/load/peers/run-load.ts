import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { percentile } from '../figure.ts';
import type { Crowd, Told } from './crowd.ts';
import { type Server, startServer } from './servers.ts';

export interface Load {
  clients: number;
  writers: number;
  seconds: number;
}

/** From an edit to its being seen by another client, milliseconds. */
export interface Seen {
  p50: number;
  p95: number;
  p99: number;
  count: number;
}

const WARM_MS = 2000;

/** One run against a fresh server: writers in one process, everybody else in another. */
export async function runLoad(server: Server, { clients, writers, seconds }: Load): Promise<Seen> {
  const running = await startServer(server);
  const common = { door: running.door, warmMs: WARM_MS, runMs: seconds * 1000 };
  const crowds = [
    { ...common, role: 'receivers', count: clients - writers },
    { ...common, role: 'writers', count: writers },
  ] satisfies Crowd[];
  const processes = crowds.map(() =>
    fork(join(import.meta.dirname, 'crowd.ts'), { execArgv: ['--max-semi-space-size=64'] }),
  );
  try {
    for (const [at, child] of processes.entries()) {
      const there = answerOf(child);
      child.send(crowds[at] as Crowd);
      await there;
    }
    const answers = processes.map(answerOf);
    for (const child of processes) child.send('go');
    const [receivers] = await Promise.all(answers);
    const waits = typeof receivers === 'object' ? receivers.waits : [];
    const at = (share: number) => percentile(waits, share);
    return { p50: at(0.5), p95: at(0.95), p99: at(0.99), count: waits.length };
  } finally {
    for (const child of processes) child.kill('SIGKILL');
    await running.stop();
  }
}

const answerOf = (child: ChildProcess): Promise<Told> =>
  new Promise((resolve, reject) => {
    child.once('message', (told) => resolve(told as Told));
    child.once('exit', (code) => reject(new Error(`the load ended early (${code})`)));
  });
