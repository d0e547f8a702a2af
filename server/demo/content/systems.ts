import { asId, type SystemId } from '#domain/ids.ts';
import type { DEMO_TEAMS } from '../demo-people.ts';
import { idOf } from './ids.ts';

/** What breaks and holds in the example reviews, each with the team that owns it. */
export const DEMO_SYSTEMS = {
  primary: { name: 'Primary database and its standby', team: 'databases' },
  backups: { name: 'Back-ups', team: 'databases' },
  hosts: { name: 'Hosts and their names', team: 'platform' },
  jobs: { name: 'Background jobs', team: 'backend' },
  orchestrator: { name: 'Database orchestrator', team: 'databases' },
  network: { name: 'Network between the coasts', team: 'platform' },
  deploys: { name: 'Deploys', team: 'tooling' },
  catalogue: { name: 'Image catalogue', team: 'tooling' },
  cleanUp: { name: 'Image clean-up', team: 'backend' },
  certificates: { name: 'Certificates', team: 'platform' },
  news: { name: 'Status page', team: 'support' },
} as const satisfies Record<string, { name: string; team: keyof typeof DEMO_TEAMS }>;

export type DemoSystem = keyof typeof DEMO_SYSTEMS;
export const systemId = (key: DemoSystem): SystemId => asId<SystemId>(idOf(`system ${key}`));
