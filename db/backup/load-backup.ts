import { type Kysely, sql } from 'kysely';
import { OUTSIDE_WORDS } from '#domain/invitations/outside-words.ts';
import type { Schema } from '../schema.ts';
import { BackupRefused } from './backup-refused.ts';
import { readShapes, type TableShape } from './table-shapes.ts';

type Database = Kysely<Schema>;

/** What a restore may do inside its one transaction. */
export interface Loading {
  /** Begins a table. Throws BackupRefused when it is not one of this database's, or has other columns. */
  section(table: string, columns: readonly string[]): void;
  /** Puts rows into the table begun last. */
  rows(lines: readonly string[]): Promise<void>;
  sequences(last: Readonly<Record<string, number | null>>): Promise<void>;
}

/**
 * Fills an empty database with a backup's rows, all or nothing. Foreign keys are taken away and put back, which checks every row:
 * the tables come in any order, and only the whole has to fit together. Throws BackupRefused when the database is not empty.
 */
export const loadBackup = (db: Database, load: (into: Loading) => Promise<void>): Promise<void> =>
  db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(7264902)`.execute(tx);
    await sql`lock table people, workspace, reviews in access exclusive mode`.execute(tx);
    await requireEmpty(tx);
    const shapes = await readShapes(tx);
    const foreignKeys = await takeForeignKeysAway(tx);
    // rows that migrations wrote, and a set-up link of a start before
    for (const { name } of shapes) await sql`delete from ${sql.table(name)}`.execute(tx);
    await load(loading(tx, shapes));
    // as with letters that waited: a restored copy must not write to people again
    if (
      shapes.some(({ name, columns }) => name === 'invitations' && columns.some((one) => one.name === 'owed'))
    )
      await sql`update invitations set owed = null where owed is not null`.execute(tx);
    if (shapes.some(({ name }) => name === 'calendar_entries')) await takeAsTold(tx);
    for (const { table, name, definition } of foreignKeys)
      await sql`alter table ${sql.table(table)} add constraint ${sql.id(name)} ${sql.raw(definition)}`.execute(
        tx,
      );
  });

/** N6, as `outsideTitle` in `server/calendar` has it. */
const OUTSIDE_TITLE = sql`case when reviews.privacy = 'open' then meetings.title
  when meetings.kind = 'review' then ${OUTSIDE_WORDS.review} else ${OUTSIDE_WORDS.action} end`;

/** Nor about what had been planned or changed a moment before: entries say what their meetings say. */
async function takeAsTold(tx: Database): Promise<void> {
  await sql`
    update calendar_entries as entry set
      seen_rev = meetings.rev, title = ${OUTSIDE_TITLE}, starts_at = meetings.starts_at, minutes = meetings.minutes,
      call_link = meetings.call_link, is_cancelled = meetings.phase = 'cancelled', sequence = sequence + 1
    from meetings join reviews on reviews.id = review_id
    where meetings.id = meeting_id and seen_rev != meetings.rev`.execute(tx);
  await sql`
    insert into calendar_entries (meeting_id, uid, seen_rev, title, starts_at, minutes, call_link, is_cancelled, changed_at)
    select meetings.id, 'meeting-' || meetings.id || '@soak.invalid', rev, ${OUTSIDE_TITLE}, starts_at, minutes, call_link,
      phase = 'cancelled', coalesce(cancelled_at, meetings.created_at)
    from meetings join reviews on reviews.id = review_id
    where meetings.id not in (select meeting_id from calendar_entries)`.execute(tx);
}

/** Empty is what nobody has set up yet. Throws BackupRefused otherwise. */
export async function requireEmpty(db: Database): Promise<void> {
  const { rows } = await sql<{ used: boolean }>`
    select exists (select from people) or exists (select from workspace) or exists (select from reviews)
      or exists (select from teams) as used`.execute(db);
  if (rows[0]?.used)
    throw new BackupRefused(
      'This database is in use already. A restore goes into an empty one; nothing was changed.',
    );
}

interface ForeignKey {
  table: string;
  name: string;
  definition: string;
}

async function takeForeignKeysAway(tx: Database): Promise<ForeignKey[]> {
  const { rows } = await sql<ForeignKey>`
    select relname as table, conname as name, pg_get_constraintdef(pg_constraint.oid) as definition
    from pg_constraint join pg_class on pg_class.oid = conrelid
    where contype = 'f' and connamespace = 'public'::regnamespace order by 1, 2`.execute(tx);
  for (const { table, name } of rows)
    await sql`alter table ${sql.table(table)} drop constraint ${sql.id(name)}`.execute(tx);
  return rows;
}

function loading(tx: Database, shapes: readonly TableShape[]): Loading {
  const missing = new Map(shapes.map((shape) => [shape.name, shape]));
  let current: { shape: TableShape; columns: readonly string[] } | null = null;
  return {
    section(table, columns) {
      const shape = missing.get(table);
      const isSame = shape && sorted(columns) === sorted(shape.columns.map(({ name }) => name));
      if (!isSame) throw new BackupRefused(notOurs(table));
      missing.delete(table);
      current = { shape, columns };
    },
    async rows(lines) {
      if (current && lines.length > 0) await insertLines(tx, current.shape, current.columns, lines);
    },
    async sequences(last) {
      if (missing.size > 0) throw new BackupRefused(notOurs([...missing.keys()].join(', ')));
      const known = await listSequences(tx);
      for (const [name, value] of Object.entries(last)) {
        if (!known.has(name)) throw new BackupRefused(notOurs(name));
        if (value !== null) await sql`select setval(${name}::regclass, ${value})`.execute(tx);
      }
    },
  };
}

const notOurs = (what: string) =>
  `This backup does not fit the version that made it (${what.slice(0, 200)}).`;
const sorted = (names: readonly string[]) => JSON.stringify([...names].sort());

async function listSequences(tx: Database): Promise<Set<string>> {
  const { rows } = await sql<{ name: string }>`
    select sequencename::text as name from pg_sequences where schemaname = 'public'`.execute(tx);
  return new Set(rows.map(({ name }) => name));
}

async function insertLines(
  tx: Database,
  { name, columns }: TableShape,
  order: readonly string[],
  lines: readonly string[],
): Promise<void> {
  const typeOf = new Map(columns.map((column) => [column.name, column.type]));
  const values = order.map(
    (column, at) => sql`(line ->> ${sql.lit(at)})::${sql.raw(typeOf.get(column) ?? 'text')}`,
  );
  await sql`
    insert into ${sql.table(name)} (${sql.join(order.map((column) => sql.id(column)))}) overriding system value
    select ${sql.join(values)} from json_array_elements(${`[${lines.join(',')}]`}::json) as given (line)`.execute(
    tx,
  );
}
