import './route.css';
import { Link } from 'react-router';
import { isoDayOf, longDayOf, timeOf } from '#app/components/clock-words.ts';
import { EmptyState } from '#app/components/empty-state.tsx';
import { ErasedWhen } from '#app/components/erased-when.tsx';
import { PlainPage } from '#app/components/page.tsx';
import { ReviewPage, useReviewPage } from '#app/components/review-page.tsx';
import { Meanwhile } from '#app/components/slow-link.tsx';
import { useZone } from '#app/components/when.tsx';
import { requirePerson } from '#app/context.ts';
import { readHistory } from '#server/history/read-history.ts';
import type { Route } from './+types/route';
import { ChooseTwo } from './choosing.tsx';
import { HistoryEntry } from './history-entry.tsx';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { app, person } = requirePerson(context, request);
  const asked = new URL(request.url).searchParams;
  const history = await readHistory(app, person, params.id, asked.get('before'), asked.get('compare'));
  return {
    ...history,
    now: app.clock.now(),
    isPutBack: asked.has('put-back'),
    isFirst: !asked.has('before'),
  };
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: loaderData?.choosing ? 'Compare two versions · Soak' : 'History · Soak' },
];

export default function History({ loaderData }: Route.ComponentProps) {
  const { lines, older, now, isPutBack, putBackAt, isFirst, erased, choosing } = loaderData;
  const { id } = useReviewPage();
  const zone = useZone();
  const at = `/reviews/${id}/history`;
  const compare = choosing ? `compare=${choosing.first?.seq ?? ''}` : '';
  // the address says so for as long as it is open, and is opened again on other days
  const isJustBack = isPutBack && putBackAt !== null && isoDayOf(putBackAt, zone) === isoDayOf(now, zone);
  const days = Map.groupBy(lines, (line) =>
    longDayOf(line.line === 'version' ? line.at : line.toAt, zone, now),
  );
  return (
    <ReviewPage>
      <PlainPage>
        <Meanwhile at={at} words="A moment, please: it is being put together." />
        {choosing ? (
          <ChooseTwo choosing={choosing} at={at} now={now} />
        ) : (
          <Told at={at} lines={lines.length} />
        )}
        {isJustBack && (
          <p role="status" className="put-back-done">
            Put back at {timeOf(putBackAt, zone)}. What it replaced stands below and can be put back the same
            way.
          </p>
        )}
        {lines.length === 0 && (
          <EmptyState>Nothing has been written yet. Whatever is written will stand here.</EmptyState>
        )}
        {[...days].map(([day, ofDay]) => (
          <section key={day} className="history-day">
            <h2>{day}</h2>
            <ol>
              {ofDay.map((line) => (
                <HistoryEntry
                  key={`${line.line} ${line.seq} ${'words' in line && line.words}`}
                  line={line}
                  at={at}
                  choosing={choosing}
                />
              ))}
            </ol>
          </section>
        ))}
        {erased && older === null && (
          <p className="quietly">
            <ErasedWhen last={erased} now={now} /> Its history begins there.
          </p>
        )}
        <p className="history-pages">
          {!isFirst && (
            <Link className="link" to={choosing ? `${at}?${compare}` : at}>
              Latest
            </Link>
          )}
          {older !== null && (
            <Link className="link" to={`${at}?before=${older}${choosing ? `&${compare}` : ''}`}>
              Earlier
            </Link>
          )}
        </p>
      </PlainPage>
    </ReviewPage>
  );
}

/** What the page is, and the way to comparing: it takes a second look at the list. */
const Told = ({ at, lines }: { at: string; lines: number }) => (
  <div>
    <h1>History</h1>
    <p className="quietly">
      Who wrote when, the latest first. Nothing that was written is thrown away, unless its analysts erase
      words for good: it can be read as it was, compared, and put back.
    </p>
    {lines > 0 && (
      <p className="history-pages">
        <Link className="link" to={`${at}?compare=`}>
          Compare two versions
        </Link>
      </p>
    )}
  </div>
);
