import { spawn } from 'node:child_process';

export const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Does a piece of work and says how long it took. */
export async function timed<T>(name: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  say(`\n── ${name}`);
  const result = await work();
  say(`── ${name}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return result;
}

/** Runs one of the installed programs with its output shown; gives its exit code. */
export function run(program: string, args: string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
  const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'], env });
  return new Promise((resolve) => {
    child.once('error', (error) => {
      say(error.message);
      resolve(1);
    });
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
