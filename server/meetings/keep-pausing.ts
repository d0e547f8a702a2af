import type { App } from '../app.ts';
import { pauseForgottenMeetings } from './pause-forgotten.ts';

const LOOKED_EVERY_MS = 20_000;

/** M18: every 20 s. A database that is away is asked again then. @returns how to stop */
export function keepPausing(app: Pick<App, 'db' | 'clock' | 'collab' | 'log'>): () => void {
  let isLooking = false;
  const look = async () => {
    if (isLooking) return;
    isLooking = true;
    await pauseForgottenMeetings(app).catch((error) => app.log.error('pausing what nobody steers', error));
    isLooking = false;
  };
  const timer = setInterval(() => void look(), LOOKED_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
