import { type Environment, readEnvironment } from './environment.ts';
import type { Running } from './main.server.ts';

/** The checked environment, or one line for each malformed value and the end of the process. */
export function environmentOrExit(): Environment {
  const environment = readEnvironment(process.env);
  if (!('problems' in environment)) return environment;
  for (const problem of environment.problems) process.stderr.write(`${problem}\n`);
  process.exit(1);
}

/** Starts, waits for SIGTERM or SIGINT, closes. What keeps it from starting is one sentence on standard error. */
export async function runUntilStopped(
  start: () => Promise<Running>,
  onStopped?: () => Promise<void>,
): Promise<void> {
  let stopping = false;
  const running = await start().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  });
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), 9_500).unref();
    await running.close();
    await onStopped?.();
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
