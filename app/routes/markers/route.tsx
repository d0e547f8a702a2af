import '#app/components/markers/markers.css';
import { Link } from 'react-router';
import { wallClock } from '#app/components/clock-words.ts';
import { Columns, SaidAsTable } from '#app/components/markers/columns.tsx';
import { HowCounted, LeftOut } from '#app/components/markers/how-counted.tsx';
import { TopBar } from '#app/components/top-bar.tsx';
import { requirePerson } from '#app/context.ts';
import type { MonthMarkers } from '#domain/attendance/markers.ts';
import { readMonths } from '#server/attendance/read-months.ts';
import type { Route } from './+types/route';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { app } = requirePerson(context, request);
  return { months: await readMonths(app) };
}

export const meta = () => [{ title: 'Signs of learning, by month · Soak' }];

const MONTHS_SHOWN = 12;

/** Across reviews, by month; never by person or team. */
export default function AllMarkers({ loaderData }: Route.ComponentProps) {
  const months = loaderData.months.slice(-MONTHS_SHOWN);
  return (
    <>
      <TopBar />
      <main className="mk" id="main">
        <h1>Signs that people learned, by month</h1>
        <p className="lead">
          Sums of what each open review shows by itself. None is a target; no team and no person is ranked.
        </p>
        {months.length === 0 ? (
          <p className="say">
            Nothing to sum yet. A month appears once one of its meetings is over for a day and people have
            said how they came, or a week of reading is over.{' '}
            <Link to="/library">Read something meanwhile</Link>.
          </p>
        ) : (
          <div className="grid">
            <Picture
              title={attendanceTitle(months)}
              note="Stated by each for themselves, at review meetings; people shown by name and words such as “a few” are in no sum"
              months={months}
              rows={[
                ['Closest, by choice', (one) => one.closest.byChoice],
                ['Outside, asked to', (one) => one.outside.asked],
                ['Outside, by choice', (one) => one.outside.byChoice],
              ]}
            />
            <Picture
              title="Readers, each counted once a week for each write-up"
              note="Weeks that are over, by the month they begin in"
              months={months}
              rows={[
                ['Closest', (one) => one.readsClosest],
                ['Outside', (one) => one.readsOutside],
              ]}
            />
          </div>
        )}
        <div className="off">
          <LeftOut />
          <span>
            For programs:{' '}
            <a className="link" href="/markers.json">
              JSON
            </a>
            ,{' '}
            <a className="link" href="/markers.csv" download>
              CSV
            </a>
          </span>
          <HowCounted />
        </div>
      </main>
    </>
  );
}

type Line = readonly [label: string, of: (month: MonthMarkers) => number];

/** The last row is the one in accent, and carries the months' names. */
function Picture({
  title,
  note,
  months,
  rows,
}: {
  title: string;
  note: string;
  months: readonly MonthMarkers[];
  rows: readonly Line[];
}) {
  const highest = Math.max(0, ...months.flatMap((month) => rows.map(([, of]) => of(month))));
  return (
    <section>
      <h2>{title}</h2>
      <p>{note}</p>
      <SaidAsTable
        caption={title}
        heads={['Month', ...rows.map(([label]) => label)]}
        rows={months.map((month) => [nameOf(month, true), ...rows.map(([, of]) => String(of(month)))])}
      />
      {rows.map(([label, of], at) => (
        <Columns
          key={label}
          label={label}
          values={months.map((month) => ({
            key: month.month,
            value: of(month) === 0 ? 'nobody' : of(month),
            ...(at === rows.length - 1 && { under: nameOf(month) }),
          }))}
          highest={highest}
          main={at === rows.length - 1}
        />
      ))}
    </section>
  );
}

const nameOf = ({ month }: MonthMarkers, whole = false): string => {
  const { monthName, year } = wallClock(`${month}-15T12:00:00Z`, 'UTC');
  return whole ? `${monthName} ${year}` : monthName.slice(0, 3);
};

function attendanceTitle(months: readonly MonthMarkers[]): string {
  const sum = (of: (month: MonthMarkers) => number) => months.reduce((total, month) => total + of(month), 0);
  const [choice, asked] = [sum((one) => one.outside.byChoice), sum((one) => one.outside.asked)];
  return choice > asked ? 'From outside, most come because they want to' : 'Who comes from outside';
}
