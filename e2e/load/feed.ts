/** `node e2e/load/feed.ts`: how soon a calendar has a feed of 2,000 meetings, and hears that nothing in it has changed. */
import { sql } from 'kysely';
import { makeFeed, readFeed } from '#server/calendar/feeds.ts';
import { aReview } from '#server/soak/testing.ts';
import type { Figure } from './figure.ts';
import { type Database, type Engine, onEngine, printOnEngines, timedP95 } from './on-engine.ts';

const MEETINGS = 2_000;
const TIMES = 60;

export const measureFeed = (engine: Engine): Promise<Figure[]> =>
  onEngine(engine, async (db) => {
    const field = await aReview(db);
    const reader = await field.person('Priya');
    await fill(db, { analyst: field.analyst.id, reader: reader.id });
    const made = await makeFeed(field.app, reader, { kind: 'named', team: null, hidesTitles: false });
    if (!('address' in made)) throw new Error('no feed was made');
    const words = made.address.slice(made.address.lastIndexOf('/') + 1, -'.ics'.length);
    const first = await readFeed(field.app, words, []);
    const entries = first?.body?.join('').split('BEGIN:VEVENT').length ?? 0;
    if (!first || entries !== MEETINGS + 1) throw new Error(`a feed of ${entries - 1} meetings`);
    const of = `feed of ${MEETINGS} meetings, ${engine}`;
    let minute = 0;
    // each time one of its meetings has changed, so that no earlier answer as a whole is of use
    const changed = await timedP95(`${of}, one of them changed`, 50, TIMES, async () => {
      await change(db, ++minute);
      await readFeed(field.app, words, []);
    });
    const again = await readFeed(field.app, words, []);
    const known = [again?.etag ?? ''];
    if ((await readFeed(field.app, words, known))?.body !== null) throw new Error('a feed that is never 304');
    return [
      changed,
      await timedP95(`${of}, read whole once more`, 50, TIMES, () => readFeed(field.app, words, [])),
      await timedP95(`${of}, unchanged (304)`, 10, TIMES, () => readFeed(field.app, words, known)),
    ];
  });

const change = (db: Database, minute: number) =>
  sql`update meetings set rev = rev + 1, minutes = 30 + ${minute}::int % 60
    where id = (select id from meetings order by id limit 1)`.execute(db);

/** Half a year back to half a year ahead, four of each review, one in a hundred cancelled last week. */
async function fill(db: Database, { analyst, reader }: { analyst: string; reader: string }): Promise<void> {
  await sql`insert into reviews (id, kind, happened_on, happened_zone, privacy, published_at, title, created_by, created_at)
    select gen_random_uuid(), 'incident', '2025-01-01', 'UTC', 'open', '2025-01-01', 'Review ' || n, ${analyst}::uuid, '2025-01-01'
    from generate_series(1, ${MEETINGS / 4}::int) n`.execute(db);
  await sql`insert into meetings (id, review_id, kind, phase, title, starts_at, zone, local_time, minutes, call_link, planned_by, created_at, cancelled_at)
    select gen_random_uuid(), review.id, 'review', case when n % 100 = 0 then 'cancelled' else 'planned' end,
      'A database deleted on the wrong host, part ' || n, '2026-06-01T09:00:00Z'::timestamptz + n * interval '4 hours', 'Europe/Berlin',
      '2026-06-01T10:00', 60, 'https://call.example.org/room/' || n, ${analyst}::uuid, '2026-05-20',
      case when n % 100 = 0 then '2026-11-11'::timestamptz end
    from generate_series(1, ${MEETINGS}::int) n join reviews review on review.title = 'Review ' || (1 + n % ${MEETINGS / 4}::int)`.execute(
    db,
  );
  await sql`insert into calendar_entries (meeting_id, uid, sequence, seen_rev, title, starts_at, minutes, call_link, is_cancelled, changed_at)
    select id, id || '@soak.test', 1, rev, title, starts_at, minutes, call_link, phase = 'cancelled', created_at from meetings`.execute(
    db,
  );
  await sql`insert into meeting_people (meeting_id, person_id, role) select id, ${reader}::uuid, 'invited' from meetings`.execute(
    db,
  );
  await sql`analyze`.execute(db);
}

if (import.meta.main) await printOnEngines(measureFeed);
