/** `node template-entry.server.ts FOLDER [SEED MODULE]`: initdb, migrations and rows, in a process that exits. */
import { Kysely, PostgresDialect } from 'kysely';
import { EmbeddedPool } from './engine/embedded-pool.server.ts';
import { migrate, readMigrations } from './migrate.server.ts';
import type { Schema } from './schema.ts';

const [folder, seedModule] = process.argv.slice(2);
if (!folder) throw new Error('usage: template-entry FOLDER [SEED MODULE]');

const pool = await EmbeddedPool.open(folder, { statementMs: 120_000, waitingMs: 120_000 });
const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
await migrate(db, await readMigrations());
if (seedModule) {
  const { seed } = (await import(seedModule)) as { seed(db: Kysely<Schema>): Promise<void> };
  await seed(db);
}
await db.destroy();
