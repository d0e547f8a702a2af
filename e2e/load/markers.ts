/** `node e2e/load/markers.ts`: attendance by month over 5,000 reviews and 200,000 statements, and one review's own figures. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { openDatabase } from '#db/open.server.ts';
import { publishFigures } from '#server/attendance/publish-figures.ts';
import { readAttendance } from '#server/attendance/read-markers.ts';
import { readMonths } from '#server/attendance/read-months.ts';
import { aReview } from '#server/soak/testing.ts';
import { findPostgresPrograms, startPostgres } from '../postgres.ts';
import { type Figure, percentile } from './figure.ts';

const REVIEWS = 5_000;
const STATEMENTS_EACH = 40;
const PEOPLE = 2_000;
const TIMES = 40;

export async function measureMarkers(engine: 'embedded' | 'postgres'): Promise<Figure[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'soak-markers-'));
  const postgres = engine === 'postgres' ? await startPostgres({ durable: true }) : null;
  const { db, close } = await openDatabase(
    postgres ? { databaseUrl: await postgres.createDatabase('markers') } : { dataDir },
  );
  const field = await aReview(db);
  await fill(db, field.analyst.id);
  const began = performance.now();
  await publishFigures({ ...field.app, db });
  const published = performance.now() - began;
  const of = `${REVIEWS} reviews, ${REVIEWS * STATEMENTS_EACH} statements, ${engine}`;
  const [one] = await db.selectFrom('meetings').select('review_id').limit(1).execute();
  const measure = async (what: string, limit: number, work: () => Promise<unknown>): Promise<Figure> => {
    const waits: number[] = [];
    for (let time = 0; time < TIMES; time++) {
      const start = performance.now();
      await work();
      waits.push(performance.now() - start);
    }
    return { what, limit, measured: percentile(waits, 0.95), unit: 'ms' };
  };
  const figures: Figure[] = [
    await measure(`attendance by month, ${of}, p95`, 150, () => readMonths({ db })),
    await measure(`attendance of one review, ${of}, p95`, 150, () =>
      readAttendance({ db }, one?.review_id ?? field.review),
    ),
    {
      what: `figures of all of them made, once a day, ${engine}`,
      limit: 60,
      measured: published / 1000,
      unit: 's',
    },
  ];
  await close();
  await postgres?.remove();
  await rm(dataDir, { recursive: true, force: true });
  return figures;
}

type Database = Awaited<ReturnType<typeof openDatabase>>['db'];

/** In SQL: five thousand meetings held by deeds would take an hour. A closest team of twelve, four years. */
async function fill(db: Database, analyst: string): Promise<void> {
  await sql`insert into people (id, email, name, face_letters, face_hue, role, created_at)
    select gen_random_uuid(), 'p' || n, 'Person ' || n, 'P', 1, 'member', '2020-01-01' from generate_series(1, ${PEOPLE}::int) n`.execute(
    db,
  );
  await sql`insert into reviews (id, kind, happened_on, happened_zone, privacy, published_at, title, created_by, created_at)
    select gen_random_uuid(), 'incident', '2025-01-01', 'UTC', 'open', '2025-01-01', 'Review ' || n, ${analyst}, '2025-01-01'
    from generate_series(1, ${REVIEWS}::int) n`.execute(db);
  await sql`insert into meetings (id, review_id, kind, phase, title, starts_at, zone, local_time, minutes, planned_by, created_at, started_at, ended_at)
    select gen_random_uuid(), id, 'review', 'ended', 'M', at, 'UTC', '2025-01-01T10:00', 60, ${analyst}, at, at, at from (
      select id, '2023-01-01'::timestamptz + (row_number() over (order by id)) * interval '6 hours' as at from reviews
      where title like 'Review %') as r`.execute(db);
  await sql`insert into meeting_days (meeting_id, people, could_come_outside, could_come_closest)
    select id, ${PEOPLE}::int, ${PEOPLE}::int - 12, 12 from meetings`.execute(db);
  await sql`with numbered as (select id, row_number() over (order by id) as n from people where email like 'p%')
    insert into meeting_closest (meeting_id, person_id) select meetings.id, numbered.id from meetings cross join numbered where n <= 12`.execute(
    db,
  );
  await sql`create table numbered as select id, (row_number() over (order by id))::int as n from people where email like 'p%'`.execute(
    db,
  );
  await sql`create table held as select id, (row_number() over (order by id))::int as m from meetings`.execute(
    db,
  );
  await sql`create index on numbered (n)`.execute(db);
  // one at a time: a statement of the embedded database ends after five seconds
  for (let slot = 1; slot <= STATEMENTS_EACH; slot++)
    await sql`insert into attendance (meeting_id, person_id, how, mode)
      select held.id, numbered.id, case when (held.m + ${slot}::int) % 4 = 0 then 'asked' else 'choice' end,
        case ${slot}::int % 3 when 0 then 'room' when 1 then 'remote' else 'later' end
      from held join numbered on n = case when ${slot}::int <= 6 then ${slot}::int else 13 + (held.m * 37 + ${slot}::int * 41) % ${PEOPLE - 13}::int end
      on conflict do nothing`.execute(db);
  await sql`analyze`.execute(db);
}

if (import.meta.main) {
  const { figureLine } = await import('./figure.ts');
  for (const engine of ['embedded', 'postgres'] as const) {
    if (engine === 'postgres' && !findPostgresPrograms()) continue;
    for (const figure of await measureMarkers(engine)) process.stdout.write(`${figureLine(figure)}\n`);
  }
}
