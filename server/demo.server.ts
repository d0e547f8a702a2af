import { prepareWorker } from '#db/engine/embedded-workers.server.ts';

/** `npm run demo [-- --fresh]`: a throw-away workspace with the example reviews, for this machine only. */
prepareWorker();
await import('./demo/run-demo.server.ts');
