import type { Config } from '@react-router/dev/config';

export default {
  appDirectory: 'app',
  ssr: true,
  buildDirectory: 'build',
  // the list of pages is one small file kept for good; asked for link by link it cost each page two requests
  routeDiscovery: { mode: 'initial' },
} satisfies Config;
