import { dayOf } from '#app/components/clock-words.ts';
import { Columns, SaidAsTable } from '#app/components/markers/columns.tsx';
import type { ReadWeek } from '#domain/attendance/markers.ts';
import type { Shown } from '#domain/attendance/shown.ts';
import { readsTitle } from './titles.ts';

/** Readers each week, outside and closest, on one scale. */
export function ReadsPicture({ weeks }: { weeks: readonly ReadWeek[] }) {
  const shown = weeks.slice(-20);
  const highest = Math.max(
    0,
    ...shown.flatMap(({ outside, closest }) => [numberOf(outside), numberOf(closest)]),
  );
  const first = shown[0]?.week;
  const last = shown.at(-1)?.week;
  return (
    <section>
      <h2>{readsTitle(weeks)}</h2>
      <p>Readers each week, each counted once; the weeks that are over</p>
      {shown.length === 0 || !isAnythingSaid(shown) ? (
        <p className="say">
          {shown.length === 0
            ? 'The first week after publishing is not over yet. Its readers are shown then.'
            : 'Nothing can be said yet of who read it in the weeks that are over.'}
        </p>
      ) : (
        <>
          <SaidAsTable
            caption="Readers each week"
            heads={['Week from', 'Closest', 'Outside']}
            rows={shown.map(({ week, closest, outside }) => [day(week), closest, outside])}
          />
          <Columns
            label="Closest"
            note={shown.every(({ closest }) => closest === 'hidden') ? 'too few to show' : undefined}
            values={shown.map(({ week, closest }) => ({ key: week, value: closest }))}
            highest={highest}
          />
          <Columns
            label="Outside"
            note={shown.every(({ outside }) => outside === 'hidden') ? 'too few to show' : undefined}
            values={shown.map(({ week, outside }) => ({ key: week, value: outside }))}
            highest={highest}
            main
          />
          <div className="dates num" aria-hidden="true">
            <span>{first && `week from ${day(first)}`}</span>
            {shown.length > 1 && <span>{last && day(last)}</span>}
          </div>
        </>
      )}
    </section>
  );
}

const day = (week: string) => dayOf(`${week}T12:00:00Z`, 'UTC').slice(4);
const numberOf = (shown: Shown) => (typeof shown === 'number' ? shown : 0);

const isAnythingSaid = (weeks: readonly ReadWeek[]) =>
  weeks.some(({ outside, closest }) =>
    [outside, closest].some((one) => one !== 'nobody' && one !== 'hidden'),
  );
