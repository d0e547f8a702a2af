import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { percentile } from '../figure.ts';
import type { Crowd, Told } from './crowd.ts';
import { fill } from './fill.ts';
import { type Server, startServer } from './servers.ts';

export interface Load {
  clients: number;
  writers: number;
  seconds: number;
  /** So many edits are in the document before. */
  filledWith?: number;
}

/** From an edit to its being seen by another client, milliseconds. */
export interface Seen {
  p50: number;
  p95: number;
  p99: number;
  count: number;
  /** How long each edit waited until the server said that it is stored; empty where it never says so. */
  acknowledged: readonly number[];
}

const WARM_MS = 2000;

/** One run against a fresh server: writers in one process, everybody else in another. */
export async function runLoad(
  server: Server,
  { clients, writers, seconds, filledWith = 0 }: Load,
): Promise<Seen> {
  const running = await startServer(server);
  const common = { door: running.door, warmMs: WARM_MS, runMs: seconds * 1000 };
  if (filledWith > 0) await fill(running.door, filledWith);
  const [waits = [], acknowledged = []] = await runCrowds<Crowd>('crowd.ts', [
    { ...common, role: 'receivers', count: clients - writers },
    { ...common, role: 'writers', count: writers },
  ]).finally(() => running.stop());
  const at = (share: number) => percentile(waits, share);
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), count: waits.length, acknowledged };
}

/** A process for each crowd: all there, then all begin. Gives what each measured. */
export async function runCrowds<One extends object>(
  entry: string,
  crowds: readonly One[],
): Promise<number[][]> {
  const processes = crowds.map(() =>
    fork(join(import.meta.dirname, entry), { execArgv: ['--max-semi-space-size=64'] }),
  );
  try {
    for (const [at, child] of processes.entries()) {
      const there = answerOf(child);
      child.send(crowds[at] as One);
      await there;
    }
    const answers = processes.map(answerOf);
    for (const child of processes) child.send('go');
    return (await Promise.all(answers)).map((told) => (typeof told === 'object' ? told.waits : []));
  } finally {
    for (const child of processes) child.kill('SIGKILL');
  }
}

const answerOf = (child: ChildProcess): Promise<Told> =>
  new Promise((resolve, reject) => {
    child.once('message', (told) => resolve(told as Told));
    child.once('exit', (code) => reject(new Error(`the load ended early (${code})`)));
  });
