/** Once per test run: the embedded engine's template, and a real PostgreSQL with migrated tables to copy. */

import type { TestProject } from 'vitest/node';
import { openDatabase } from '#db/open.server.ts';
import { ensureTemplate } from '#db/template.server.ts';
import { findPostgresPrograms, startPostgres } from './postgres.ts';

export const POSTGRES_TEMPLATE = 'soak_template';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the run's PostgreSQL listens, or null where its programs are missing. */
    postgresUrl: string | null;
  }
}

export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  await ensureTemplate();
  if (!findPostgresPrograms()) {
    if (process.env.CI)
      throw new Error(
        'In CI the database tests need PostgreSQL 15 or newer, and its programs are not installed.',
      );
    console.warn('PostgreSQL is not installed: the database tests run on the embedded engine only.');
    project.provide('postgresUrl', null);
    return undefined;
  }
  const postgres = await startPostgres();
  const template = await openDatabase({ databaseUrl: await postgres.createDatabase(POSTGRES_TEMPLATE) });
  await template.close();
  project.provide('postgresUrl', postgres.url());
  return () => postgres.remove();
}
