import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WRITER } from '../faults/written.ts';
import { startPostgres } from '../postgres.ts';
import { type Program, startProgram } from '../program.ts';
import type { Engine } from './on-engine.ts';
import type { Door } from './peers/lean-client.ts';

/** Where a collaboration server keeps what it has, so that another can be started on it. */
export interface Place {
  /** @param port of an earlier one, for those who look for it there */
  start(port?: string): Promise<Program>;
  remove(): Promise<void>;
}

export async function placeOn(engine: Engine, documents = 1): Promise<Place> {
  const dataDir = await mkdtemp(join(tmpdir(), 'soak-place-'));
  const postgres = engine === 'postgres' ? await startPostgres({ durable: true }) : null;
  const env = {
    MANY_SOCKETS: 'yes',
    DOCUMENTS: String(documents),
    ...(postgres && { DATABASE_URL: await postgres.createDatabase('place') }),
  };
  return {
    start: (port = '0') =>
      startProgram({
        dataDir,
        entry: 'e2e/collab-program.server.ts',
        asStarted: true,
        env: { ...env, PORT: port },
      }),
    remove: async () => {
      await postgres?.remove();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export const doorOf = ({ origin }: Program, document: string): Door => ({
  protocol: 'hocuspocus',
  url: `${origin.replace('http', 'ws')}/collab`,
  document,
  headers: { cookie: `who=${WRITER}`, origin },
});
