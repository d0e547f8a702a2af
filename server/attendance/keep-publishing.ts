import type { App } from '../app.ts';
import { publishFigures } from './publish-figures.ts';
import { publishReads } from './publish-reads.ts';

const HOUR_MS = 3_600_000;

/** A6, R3: at the start and every hour it is looked which figures may change. @returns how to stop */
export function keepPublishing(app: Pick<App, 'db' | 'clock' | 'log'>): () => void {
  const look = () =>
    void publishFigures(app)
      .then(() => publishReads(app))
      .catch((error) => app.log.error('making figures of attendance and reads', error));
  const timer = setInterval(look, HOUR_MS);
  timer.unref();
  look();
  return () => clearInterval(timer);
}
