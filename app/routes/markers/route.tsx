import '#app/components/markers/markers.css';
import { Link } from 'react-router';
import { wallClock } from '#app/components/clock-words.ts';
import { Columns, type Place, SaidAsTable } from '#app/components/markers/columns.tsx';
import { HowCounted, LeftOut } from '#app/components/markers/how-counted.tsx';
import { TopBar } from '#app/components/top-bar.tsx';
import { requirePerson } from '#app/context.ts';
import {
  cellWords,
  isAnySaid,
  isMostByChoice,
  type MonthCell,
  type MonthMarkers,
  monthCells,
  readsCell,
} from '#domain/attendance/months.ts';
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
          <div className="grid by-month">
            <Picture
              title={
                isMostByChoice(months.map(({ outside }) => outside))
                  ? 'From outside, most come because they want to'
                  : 'Who comes, and how'
              }
              note="Stated by each for themselves, at review meetings. “some” and “+”: more came, told in words that are in no sum; “–”: not said. People shown by name are in no sum either"
              months={months}
              rows={ATTENDANCE.filter(
                ([, of, isAlways]) => isAlways || months.some((month) => isAnySaid(of(month))),
              )}
            />
            <div>
              <Picture
                title="Readers, each counted once a week for each write-up"
                note="Weeks that are over, by the month they begin in"
                months={months}
                rows={[
                  ['Closest', ({ reads }) => readsCell(reads.closest)],
                  ['Outside', ({ reads }) => readsCell(reads.outside)],
                ]}
              />
              <Picture
                title="New faces"
                note="For how many it was the first review they say they came to; told only where three or more were new, and three were not"
                months={months}
                rows={[
                  ['Closest', ({ closest }) => monthCells(closest).newFaces],
                  ['Outside', ({ outside }) => monthCells(outside).newFaces],
                ]}
              />
            </div>
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

type Line = readonly [label: string, of: (month: MonthMarkers) => MonthCell];

/** Everybody counted is in one of these; those without “always” only where there is something to say in them. */
const ATTENDANCE: readonly (readonly [...Line, isAlways: boolean])[] = [
  ['Team not known', ({ unknown }) => monthCells(unknown).people, false],
  ['Closest, how not said', ({ closest }) => monthCells(closest).howNotSaid, false],
  ['Closest, asked to', ({ closest }) => monthCells(closest).asked, true],
  ['Closest, by choice', ({ closest }) => monthCells(closest).byChoice, true],
  ['Outside, how not said', ({ outside }) => monthCells(outside).howNotSaid, false],
  ['Outside, asked to', ({ outside }) => monthCells(outside).asked, true],
  ['Outside, by choice', ({ outside }) => monthCells(outside).byChoice, true],
];

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
  rows: readonly (readonly [...Line, ...unknown[]])[];
}) {
  const highest = Math.max(0, ...months.flatMap((month) => rows.map(([, of]) => of(month).count)));
  return (
    <section>
      <h2>{title}</h2>
      <p>{note}</p>
      <SaidAsTable
        caption={title}
        heads={['Month', ...rows.map(([label]) => label)]}
        rows={months.map((month) => [nameOf(month, true), ...rows.map(([, of]) => cellWords(of(month)))])}
      />
      {rows.map(([label, of], at) => (
        <Columns
          key={label}
          label={label}
          values={months.map((month) => ({
            key: month.month,
            ...placeOf(of(month)),
            ...(at === rows.length - 1 && { under: nameOf(month) }),
          }))}
          highest={highest}
          main={at === rows.length - 1}
        />
      ))}
    </section>
  );
}

const placeOf = ({ count, beside }: MonthCell): { value: Place; more: boolean } => ({
  value: count > 0 ? count : beside === 'nothing' ? 'nobody' : beside,
  more: count > 0 && beside === 'some',
});

const nameOf = ({ month }: MonthMarkers, whole = false): string => {
  const { monthName, year } = wallClock(`${month}-15T12:00:00Z`, 'UTC');
  return whole ? `${monthName} ${year}` : monthName.slice(0, 3);
};
