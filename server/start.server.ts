import './quick-pages.server.ts';
import { buildFirst } from './build-first.server.ts';
import { openLog } from './log.server.ts';
import { main } from './main.server.ts';
import { offerSetUp } from './people/offer-set-up.ts';
import { environmentOrExit, runUntilStopped } from './run.server.ts';
import { openBuiltWeb } from './web.server.ts';

/** `npm start`: the real thing. */
const say = (line: string) => process.stdout.write(`${line}\n`);
const environment = environmentOrExit();
await runUntilStopped(async () => {
  await buildFirst(say);
  const running = await main({ environment, log: openLog(environment.logLevel), web: openBuiltWeb() });
  const setUp = await offerSetUp(running.app);
  say(`Soak is at ${running.origin}`);
  if (setUp) say(`Set it up here, once: ${setUp}`);
  return running;
});
