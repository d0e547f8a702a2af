import '#app/components/markers/markers.css';
import { dayOf } from '#app/components/clock-words.ts';
import { counted } from '#app/components/counted.ts';
import { HowCounted, LeftOut } from '#app/components/markers/how-counted.tsx';
import { ReviewPage } from '#app/components/review-page.tsx';
import { useZone } from '#app/components/when.tsx';
import { requirePerson } from '#app/context.ts';
import type { MeetingFigures } from '#domain/attendance/markers.ts';
import { readMarkers } from '#server/attendance/read-markers.ts';
import type { Route } from './+types/route';
import { AttendancePicture } from './attendance-picture.tsx';
import { ConfidencePicture } from './confidence-picture.tsx';
import { LinksPicture } from './links-picture.tsx';
import { ReadsPicture } from './reads-picture.tsx';

export function loader({ context, request, params }: Route.LoaderArgs) {
  const { app, person } = requirePerson(context, request);
  return readMarkers(app, person, params.id);
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: loaderData ? `Markers · ${loaderData.title} · Soak` : 'Soak' },
];

/** Signs that people learned: four small pictures, each titled with what it says. */
export default function Markers({ loaderData: markers }: Route.ComponentProps) {
  const zone = useZone();
  const at = `/reviews/${markers.review}/markers`;
  return (
    <ReviewPage>
      <main className="mk" id="main">
        <h1>Signs that people learned</h1>
        <p className="lead">
          {markers.publishedAt
            ? `${sinceWords(markers.publishedAt, markers.asOf)}, to ${dayOf(markers.asOf, zone)}. `
            : 'Not published yet. '}
          Counts, not scores: none is a target, and nobody is ranked.
        </p>
        <div className="grid">
          <ReadsPicture weeks={markers.reads} />
          <LinksPicture links={markers.links} />
          {markers.attendance.filter(isWorthShowing).map((figures) => (
            <AttendancePicture key={figures.meeting} figures={figures} />
          ))}
          {markers.attendance.length === 0 && (
            <section>
              <h2>No meeting has been held yet</h2>
              <p>Who likes to can say, at a meeting and after it, that they came or read it later</p>
            </section>
          )}
          <ConfidencePicture answers={markers.confidence} />
        </div>
        <div className="off">
          <LeftOut />
          <span>
            For programs:{' '}
            <a className="link" href={`${at}.json`}>
              JSON
            </a>
            ,{' '}
            <a className="link" href={`${at}.csv`} download>
              CSV
            </a>
          </span>
          <HowCounted />
        </div>
      </main>
    </ReviewPage>
  );
}

function sinceWords(publishedAt: string, now: string): string {
  const days = Math.floor((Date.parse(now) - Date.parse(publishedAt)) / 86_400_000);
  if (days < 7) return days < 1 ? 'Published today' : `${counted(days, 'day', 'days')} after publishing`;
  const weeks = Math.floor(days / 7);
  return `${counted(weeks, 'week', 'weeks')} after publishing`;
}

/** An action session of which nobody stated anything is no sign of anything; a review meeting always has its picture. */
const isWorthShowing = ({ kind, sides }: MeetingFigures) =>
  kind === 'review' ||
  sides.some(
    ({ shown, named }) =>
      named.length > 0 || (shown.all !== undefined && shown.all !== 'nobody' && shown.all !== 'hidden'),
  );
