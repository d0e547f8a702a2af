import '../quick-pages.server.ts';
import { join } from 'node:path';
import { buildFirst } from '../build-first.server.ts';
import { openLog } from '../log.server.ts';
import { main } from '../main.server.ts';
import { environmentOrExit, runUntilStopped } from '../run.server.ts';
import { openBuiltWeb } from '../web.server.ts';
import { demoClock } from './demo-clock.ts';
import { demoFolderPath, openDemoFolder } from './demo-folder.server.ts';
import { DEMO_PASSWORD, DEMO_PEOPLE } from './demo-people.ts';
import { ensureDemoTemplate } from './demo-template.server.ts';

/** Everything after the database's thread has been started (`demo.server.ts`). */
const LOOPBACK = ['127.0.0.1', 'localhost', '::1'];
const say = (line: string) => process.stdout.write(`${line}\n`);

const asked = environmentOrExit();
if (!LOOPBACK.includes(asked.host) || asked.baseUrl !== null) {
  process.stderr.write(
    'Everybody’s password is known in the demo: it serves this machine alone. Leave HOST and BASE_URL out.\n',
  );
  process.exit(1);
}

let forget = async () => {};
await runUntilStopped(start, () => forget());

async function start() {
  await buildFirst(say);
  const path = demoFolderPath(process.env.DATA_DIR || undefined, join(import.meta.dirname, '..'));
  const demo = await openDemoFolder(path, process.argv.includes('--fresh'));
  forget = demo.forget;
  const clock = demoClock({ now: () => new Date() }, demo.resumed?.offsetMs ?? 0, (offsetMs) =>
    demo.keep({ ready: true, offsetMs }),
  );
  const template = demo.resumed === null ? await ensureDemoTemplate() : undefined;
  const running = await main({
    // nobody in it can be written to
    environment: { ...asked, databaseUrl: null, redisUrl: null, smtp: null, dataDir: path },
    log: openLog(process.env.LOG_LEVEL ? asked.logLevel : 'warn'),
    web: openBuiltWeb(),
    ...(template && { template }),
    clock,
    demo: () => ({ moveClockTo: clock.moveTo, people: DEMO_PEOPLE }),
  });
  if (!demo.resumed) {
    const { seedPresent } = await import('./seed-demo.ts');
    await seedPresent(running.app, clock);
    await demo.keep({ ready: true, offsetMs: 0 });
  }
  say(
    demo.resumed
      ? 'The last demo was cut off: going on where it was. `npm run demo -- --fresh` begins anew.'
      : 'A new demo, with five example reviews.',
  );
  say(`Soak is at ${running.origin}`);
  say(
    `Sign in with one click, or as anyone of ${DEMO_PEOPLE.map((each) => each.email).join(', ')} with ${DEMO_PASSWORD}.`,
  );
  return running;
}
