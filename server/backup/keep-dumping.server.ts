import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { App } from '../app.ts';
import { dumpInChild, type MakeDump } from './dump-in-child.server.ts';
import { dumpName, dumpsToForget, dumpTime } from './dumps-to-keep.ts';

const HOUR_MS = 3_600_000;
const LOOK_MS = 60_000;
/** A workspace that has no dump yet gets its first soon, but not while it starts. */
const FIRST_AFTER_MS = 5 * 60_000;

export const dumpsFolder = (dataDir: string): string => join(dataDir, 'backups');

export interface Dumping {
  /** Makes the dump that is due, if one is, and forgets old ones. Looked at every minute. */
  look(): Promise<void>;
  /** D14: makes a dump now, and then forgets every one from before it, daily ones too. Rejects where none can be made: then all stay. */
  renew(): Promise<void>;
  /** Makes no more; resolves when the one under way has been given up. */
  stop(): Promise<void>;
}

/**
 * Every hour a dump of the embedded database into DATA_DIR, since it runs without fsync: the last 24 are kept, and one of each of the
 * last seven days. One that cannot be made is tried again a minute later, and said once until it works again.
 */
export function keepDumping(
  app: Pick<App, 'clock' | 'log'>,
  dataDir: string,
  make: MakeDump = dumpInChild(dataDir),
): Dumping {
  const folder = dumpsFolder(dataDir);
  const startedAt = app.clock.now();
  const ending = new AbortController();
  let isFailing = false;
  let running: Promise<void> | null = null;

  const lookOnce = async () => {
    const names = await readdir(folder).catch(() => []);
    const now = app.clock.now();
    if (!isDue(names, now, startedAt)) return;
    await dump(now, names);
    for (const name of dumpsToForget(await readdir(folder))) await rm(join(folder, name));
  };
  const dump = async (now: Date, names: readonly string[]) => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    // what a kill left half-written
    for (const name of names) if (name.endsWith('.making')) await rm(join(folder, name), { force: true });
    const began = performance.now();
    await make(join(folder, dumpName(now)), ending.signal);
    app.log.info('dumped', { tookMs: Math.round(performance.now() - began) });
  };
  const renewOnce = async () => {
    const names = await readdir(folder).catch(() => []);
    const now = app.clock.now();
    await dump(now, names);
    for (const name of names)
      if (dumpTime(name) !== null && name !== dumpName(now)) await rm(join(folder, name), { force: true });
  };
  const look = async () => {
    if (ending.signal.aborted) return;
    running ??= lookOnce().then(
      () => {
        isFailing = false;
      },
      (error) => {
        if (!isFailing && !ending.signal.aborted) app.log.error('dump', error);
        isFailing = true;
      },
    );
    await running;
    running = null;
  };
  const timer = setInterval(() => void look(), LOOK_MS);
  timer.unref();
  return {
    look,
    async renew() {
      // one under way may hold what was there before
      while (running) await running;
      if (ending.signal.aborted) throw new Error('closing');
      const renewed = renewOnce();
      running = renewed.catch(() => {});
      await renewed.finally(() => {
        running = null;
      });
    },
    async stop() {
      clearInterval(timer);
      ending.abort();
      await running;
    },
  };
}

function isDue(names: readonly string[], now: Date, startedAt: Date): boolean {
  // one from the future was made by a clock that has been set back since
  const times = names
    .flatMap((name) => dumpTime(name)?.getTime() ?? [])
    .filter((time) => time <= now.getTime());
  const due = times.length > 0 ? Math.max(...times) + HOUR_MS : startedAt.getTime() + FIRST_AFTER_MS;
  return now.getTime() >= due;
}
