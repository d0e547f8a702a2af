import type { ServerBuild } from 'react-router';
import { createServer as createVite } from 'vite';
import { openLog } from './log.server.ts';
import { main } from './main.server.ts';
import { offerSetUp } from './people/offer-set-up.ts';
import { environmentOrExit, runUntilStopped } from './run.server.ts';
import { answerWith } from './web.server.ts';

/** `npm run dev`: one process, pages compiled as they are asked for, hot reload over the same port. */
const environment = environmentOrExit();
await runUntilStopped(async () => {
  let load: () => Promise<ServerBuild> = () => Promise.reject(new Error('still starting'));
  const running = await main({
    environment,
    log: openLog(environment.logLevel),
    web: { answer: answerWith(() => load(), 'development'), clientFolder: null },
    before: (server) => {
      const vite = createVite({ server: { middlewareMode: true, ws: { server } }, appType: 'custom' });
      load = async () =>
        (await (await vite).ssrLoadModule('virtual:react-router/server-build')) as ServerBuild;
      return (request, response, next) => void vite.then((v) => v.middlewares(request, response, next));
    },
  });
  const setUp = await offerSetUp(running.app);
  process.stdout.write(`Soak is at ${running.origin}, reloading as you write\n`);
  if (setUp) process.stdout.write(`Set it up here: ${setUp}\n`);
  return running;
});
