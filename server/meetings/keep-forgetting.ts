import type { App } from '../app.ts';
import { forgetAfterADay } from './forget-after-a-day.ts';

const HOUR_MS = 3_600_000;

/** M4, M5: at the start and every hour. A database that is away is asked again in an hour. @returns how to stop */
export function keepForgetting(app: Pick<App, 'db' | 'clock' | 'log' | 'random'>): () => void {
  const forget = () =>
    void forgetAfterADay(app).catch((error) => app.log.error('forgetting what is over', error));
  const timer = setInterval(forget, HOUR_MS);
  timer.unref();
  forget();
  return () => clearInterval(timer);
}
