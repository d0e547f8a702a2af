/** `node e2e/load/home.ts`: somebody's day over 5,000 reviews, with a thousand notices of theirs and a hundred thousand of others. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { openDatabase } from '#db/open.server.ts';
import { readHome } from '#server/home/read-home.ts';
import { aReview } from '#server/soak/testing.ts';
import { findPostgresPrograms, startPostgres } from '../postgres.ts';
import { type Figure, percentile } from './figure.ts';

const REVIEWS = 5_000;
const PEOPLE = 500;
const NOTICES_EACH = 200;
const TIMES = 60;

export async function measureHome(engine: 'embedded' | 'postgres'): Promise<Figure[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'soak-home-'));
  const postgres = engine === 'postgres' ? await startPostgres({ durable: true }) : null;
  const { db, close } = await openDatabase(
    postgres ? { databaseUrl: await postgres.createDatabase('home') } : { dataDir },
  );
  const field = await aReview(db);
  const reader = await field.person('Priya');
  await fill(db, { analyst: field.analyst.id, reader: reader.id });
  const app = { ...field.app, db };
  const first = await readHome(app, reader);
  if (first.today.length === 0 || first.newToMe.length === 0 || first.notices.length === 0)
    throw new Error('the day that is measured is empty');
  const waits: number[] = [];
  for (let time = 0; time < TIMES; time++) {
    const start = performance.now();
    await readHome(app, reader);
    waits.push(performance.now() - start);
  }
  await close();
  await postgres?.remove();
  await rm(dataDir, { recursive: true, force: true });
  return [
    {
      what: `home, ${REVIEWS} reviews, ${engine}, p95 of ${TIMES}`,
      limit: 80,
      measured: percentile(waits, 0.95),
      unit: 'ms',
    },
  ];
}

type Database = Awaited<ReturnType<typeof openDatabase>>['db'];

/** In SQL, around the field's own Wednesday. A write-up of 2,000 words each; one in ten is private, one in fifty a draft. */
async function fill(db: Database, { analyst, reader }: { analyst: string; reader: string }): Promise<void> {
  await sql`insert into people (id, email, name, face_letters, face_hue, role, created_at)
    select gen_random_uuid(), 'p' || n, 'Person ' || n, 'P', 1, 'member', '2020-01-01' from generate_series(1, ${PEOPLE}::int) n`.execute(
    db,
  );
  // a statement of the embedded database ends after five seconds
  for (let from = 1; from <= REVIEWS; from += 500)
    await sql`insert into reviews (id, kind, happened_on, happened_zone, privacy, published_at, title, standfirst, search_text, created_by, created_at)
      select gen_random_uuid(), 'incident', '2025-01-01', 'UTC', case when n % 10 = 0 then 'private' else 'open' end,
        case when n % 50 = 1 then null else '2026-11-17T00:00:00Z'::timestamptz - n * interval '3 hours' end,
        'Review ' || n, 'What happened, and what people made of it.', repeat('some words of a story ', 400), ${analyst}, '2025-01-01'
      from generate_series(${from}::int, ${from + 499}::int) n`.execute(db);
  await sql`create table numbered as select id, (row_number() over (order by id))::int as n from reviews`.execute(
    db,
  );
  await sql`create table counted_people as select id, (row_number() over (order by id))::int as n from people where email like 'p%'`.execute(
    db,
  );
  await sql`insert into review_people (review_id, person_id, role)
    select id, ${analyst}::uuid, 'analyst' from numbered on conflict do nothing`.execute(db);
  await sql`insert into review_people (review_id, person_id, role)
    select id, ${reader}::uuid, 'reader' from numbered where n % 20 = 0 on conflict do nothing`.execute(db);
  await sql`insert into meetings (id, review_id, kind, phase, title, starts_at, zone, local_time, minutes, planned_by, created_at, started_at, ended_at)
    select gen_random_uuid(), id, 'review', case when n <= 300 then 'planned' else 'ended' end, 'M',
      case when n <= 300 then '2026-11-18T09:30:00Z'::timestamptz + n * interval '4 hours' else '2026-01-01'::timestamptz end,
      'UTC', '2025-01-01T10:00', 60, ${analyst}, '2026-01-01',
      case when n > 300 then '2026-01-01'::timestamptz end, case when n > 300 then '2026-01-01'::timestamptz end from numbered`.execute(
    db,
  );
  await sql`insert into meeting_people (meeting_id, person_id, role, position)
    select m.id, ${analyst}::uuid, 'facilitator', 0 from meetings m`.execute(db);
  await sql`insert into meeting_people (meeting_id, person_id, role, position)
    select m.id, p.id, 'invited', s from meetings m join numbered r on r.id = m.review_id
    cross join generate_series(1, 5) s join counted_people p on p.n = 1 + (r.n * 7 + s * 31) % ${PEOPLE}::int on conflict do nothing`.execute(
    db,
  );
  await sql`insert into soaks (review_id, started_at, ends_at, working_days, zone, weekend, holidays)
    select id, '2026-11-17T00:00:00Z', case when n <= 6 then '2026-11-20T00:00:00Z'::timestamptz when n <= 12 then '2026-11-16T00:00:00Z'::timestamptz else '2026-01-05'::timestamptz end,
      2, 'UTC', '[6,7]', '[]' from numbered where n % 50 <> 1`.execute(db);
  // the first of each are of soaks that have just ended, and so stand on home
  for (let each = 1; each <= NOTICES_EACH; each += 20)
    await sql`insert into notices (person_id, kind, what, about, review_id, at)
      select p.id, 'soak', case when s <= 6 then 'ended' else 'started' end, 'soak ' || s || ' ' || p.n, r.id, '2026-11-10T00:00:00Z'::timestamptz + s * interval '1 hour'
      from (select id, n from counted_people union all select ${reader}::uuid, ${PEOPLE + 1}::int) p
      cross join generate_series(${each}::int, ${each + 19}::int) s join numbered r on r.n = case when s <= 6 then 6 + s else 1 + (p.n * 13 + s * 17) % ${REVIEWS}::int end`.execute(
      db,
    );
  await sql`analyze`.execute(db);
}

if (import.meta.main) {
  const { figureLine } = await import('./figure.ts');
  for (const engine of ['embedded', 'postgres'] as const) {
    if (engine === 'postgres' && !findPostgresPrograms()) continue;
    for (const figure of await measureHome(engine)) process.stdout.write(`${figureLine(figure)}\n`);
  }
}
