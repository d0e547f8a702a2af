import type { Alone } from '#db/alone.ts';
import { listUnswept, setSwept } from '#db/erasing.ts';
import type { OpenedDatabase } from '#db/open.server.ts';
import type { App } from '../app.ts';

const LOOK_MS = 60_000;
const FIRST_AFTER_MS = 10_000;
/** Everything is through within an hour: half of it may be waited for a quiet moment. */
const PATIENCE_MS = 30 * 60_000;

export interface SweepingOptions {
  sweep: OpenedDatabase['sweep'];
  /** Puts a new dump in the place of all that were made before; null where none are made. */
  renewDumps: (() => Promise<void>) | null;
  /** Nobody has anything open just now. */
  isQuiet(): boolean;
  alone: Alone;
  /** Tests look more often. */
  everyMs?: number | undefined;
}

export interface Sweeping {
  /** Sweeps what has been erased and lies in files still. Looked at every minute, and soon after a start: a kill is gone on from. */
  look(): Promise<void>;
  /** Begins no more; resolves when the one under way has ended. */
  stop(): Promise<void>;
}

/** D14: within an hour what was erased is in no file of Soak's own. What fails is said once and tried again a minute later. */
export function keepSweeping(
  app: Pick<App, 'db' | 'clock' | 'log'>,
  { sweep, renewDumps, isQuiet, alone, everyMs = LOOK_MS }: SweepingOptions,
): Sweeping {
  let isFailing = false;
  let isStopping = false;
  let running: Promise<void> | null = null;

  const lookOnce = async () => {
    const unswept = await listUnswept(app.db);
    const [oldest] = unswept;
    if (!oldest) return;
    const waited = app.clock.now().getTime() - oldest.at.getTime();
    const began = performance.now();
    const after = unswept.every(({ keepsDumps }) => keepsDumps) ? 'opening' : 'erasing';
    if (!(await sweep({ mayTakeLong: isQuiet() || waited >= PATIENCE_MS, after }))) return;
    if (after === 'erasing') await renewDumps?.();
    const ids = unswept.map(({ id }) => id);
    await setSwept(app.db, ids, app.clock.now());
    app.log.info('swept', { erasures: ids.length, tookMs: Math.round(performance.now() - began) });
  };
  const look = async () => {
    if (isStopping) return;
    running ??= alone('sweep', lookOnce)
      .then(
        () => {
          isFailing = false;
        },
        (error) => {
          if (!isFailing && !isStopping) app.log.error('sweep', error);
          isFailing = true;
        },
      )
      .finally(() => {
        running = null;
      });
    await running;
  };
  const first = setTimeout(() => void look(), Math.min(FIRST_AFTER_MS, everyMs));
  const timer = setInterval(() => void look(), everyMs);
  first.unref();
  timer.unref();
  return {
    look,
    async stop() {
      isStopping = true;
      clearTimeout(first);
      clearInterval(timer);
      await running;
    },
  };
}
