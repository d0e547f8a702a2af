import type { Alone } from '#db/alone.ts';
import { MINUTE } from '#domain/soak/wall-clock.ts';
import type { App } from '../app.ts';
import { stillSince } from './find-import.ts';
import { finishCancellations } from './finish-cancellations.ts';
import { forgetImports } from './forget-imports.ts';
import { goOnWithCutShort } from './go-on-with-cut-short.ts';

const EVERY_MS = 5 * MINUTE;

/**
 * At the start, where a kill has cut imports short, and every few minutes, where a database was away or time has passed:
 * what was cancelled is taken back, what waited too long is forgotten, what is half in goes on. @returns how to stop
 */
export function keepTendingImports(app: App, alone: Alone): () => void {
  const tend = (cancelledBefore: Date, cutShortBefore: Date) =>
    void alone('imports', async () => {
      await finishCancellations(app, cancelledBefore);
      await forgetImports(app);
      await goOnWithCutShort(app, cutShortBefore);
    }).catch((error) => app.log.error('import.tend', error));
  const before = (milliseconds: number) => new Date(app.clock.now().getTime() - milliseconds);
  const timer = setInterval(() => tend(before(EVERY_MS), stillSince(app)), EVERY_MS);
  timer.unref();
  tend(before(0), before(0));
  return () => clearInterval(timer);
}
