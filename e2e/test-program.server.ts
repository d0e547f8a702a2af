/** What tests start: main as in `npm start`, with the example reviews in a new workspace and a clock that only this process's parent can move. */
import '#server/quick-pages.server.ts';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { demoClock } from '#server/demo/demo-clock.ts';
import { ensureDemoTemplate } from '#server/demo/demo-template.server.ts';
import { seedDemo, seedPresent } from '#server/demo/seed-demo.ts';
import { openLog } from '#server/log.server.ts';
import { main } from '#server/main.server.ts';
import { environmentOrExit, runUntilStopped } from '#server/run.server.ts';
import { openBuiltWeb } from '#server/web.server.ts';
import { bringCrowd } from './crowd.server.ts';

interface Move {
  moveClockTo: string;
  id: number;
}

/** Stands still from here on: a test that works out what the program must answer has to know its time to the millisecond. */
interface Stand {
  standClockAt: string;
  id: number;
}

const isStand = (message: unknown): message is Stand =>
  typeof message === 'object' && message !== null && 'standClockAt' in message && 'id' in message;

const isMove = (message: unknown): message is Move =>
  typeof message === 'object' && message !== null && 'moveClockTo' in message && 'id' in message;

const clock = demoClock({ now: () => new Date() }, 0, async () => {});
process.on('message', async (message) => {
  if (isStand(message)) {
    clock.standAt(new Date(message.standClockAt));
    process.send?.({ moved: message.id });
  }
  if (!isMove(message)) return;
  await clock.moveTo(new Date(message.moveClockTo));
  process.send?.({ moved: message.id });
});
// A parent that was killed leaves no program behind.
process.on('disconnect', () => process.exit(0));

const environment = environmentOrExit();
const isNew = environment.databaseUrl !== null || !existsSync(join(environment.dataDir, 'postgres'));
const sweepEvery = process.argv.find((word) => word.startsWith('--sweep-every='))?.split('=')[1];
const crowd = process.argv.find((word) => word.startsWith('--crowd='))?.split('=')[1];
await runUntilStopped(async () => {
  const log = openLog(environment.logLevel);
  // most of the examples come with a copied folder; PostgreSQL has to be told all of it
  const template = isNew && environment.databaseUrl === null ? await ensureDemoTemplate() : undefined;
  const running = await main({
    ...{ environment, log, web: openBuiltWeb(), clock },
    ...(template && { template }),
    ...(sweepEvery && { sweepEveryMs: Number(sweepEvery) }),
  });
  if (isNew) await (template ? seedPresent : seedDemo)(running.app, clock);
  if (crowd) await bringCrowd(running.app, Number(crowd), environment.dataDir);
  process.stdout.write(`Soak is at ${running.origin}\n`);
  return running;
});
