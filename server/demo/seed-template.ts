import { createCollab } from '#collab/server/create-collab.server.ts';
import type { App, Database, Log } from '../app.ts';
import { systemRandom } from '../random.server.ts';
import { demoClock } from './demo-clock.ts';
import { seedPast } from './seed-demo.ts';

const silent: Log = {
  info: () => {},
  error: (event, error) => {
    throw new Error(event, { cause: error });
  },
};

/** Fills the demo's template, in the child process that makes it: nobody comes in meanwhile, so nothing but rows is opened. */
export async function seed(db: Database): Promise<void> {
  const clock = demoClock({ now: () => new Date() }, 0, async () => {});
  const collab = createCollab({
    db,
    clock,
    log: silent,
    allowedOrigins: [],
    identify: async () => null,
    decide: async () => null,
    projectRoom: async () => null,
    roomRevs: async () => new Map(),
  });
  const app: App = {
    db,
    clock,
    random: systemRandom,
    log: silent,
    origin: 'http://127.0.0.1',
    demo: null,
    collab: collab.port,
  };
  await seedPast(app, clock);
  // here and not in each copy, twenty seconds after its start, when a visitor has just come in
  await collab.compactAll();
  await collab.close();
}
