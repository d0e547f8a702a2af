import { sql } from 'kysely';
import { LOG, LOG_ARCHIVE } from './left-out.ts';
import type { Pace } from './pace.ts';
import type { Piece } from './pieces.ts';

const NUMBERS_AT_ONCE = 5_000;

/**
 * The numbers of all edits that the database has up to `log` and that `snapshot` saw: whoever writes the file finds each of them in
 * it, or something was missed. An edit that moved into the archive since counts as not seen, and was checked where it was.
 */
export async function* checkLog(pace: Pace, log: number, snapshot: string): AsyncGenerator<Piece> {
  for (let after = 0; ; ) {
    const from = after;
    const numbers = await pace.run(async (db) => {
      const { rows } = await sql<{ seq: number; seen: boolean }>`
        select seq, pg_visible_in_snapshot(
          (case when whole >= next then greatest(whole - 4294967296, 3) else whole end)::text::xid8, ${snapshot}::pg_snapshot
        ) as seen
        from (
          select seq, ((next >> 32) << 32) + xmin::text::bigint as whole, next
          from (
            select seq, xmin from ${sql.table(LOG)} where seq > ${from} and seq <= ${log}
            union all
            select seq, xmin from ${sql.table(LOG_ARCHIVE)} where seq > ${from} and seq <= ${log}
            order by seq limit ${NUMBERS_AT_ONCE}
          ) edits,
          (select pg_snapshot_xmax(pg_current_snapshot())::text::bigint as next) now
        ) numbered order by seq`.execute(db);
      return rows;
    });
    const last = numbers.at(-1);
    if (!last) return;
    after = last.seq;
    yield { kind: 'check', numbers: numbers.filter(({ seen }) => seen).map(({ seq }) => seq) };
  }
}
