import { Link } from 'react-router';
import { lastingWords, timeOf, wallClock } from '#app/components/clock-words.ts';
import { Ruled } from '#app/components/page.tsx';
import { useZone } from '#app/components/when.tsx';
import { CALL_ON_WORDS } from '#domain/meeting/call-on.ts';
import type { Home, HomeMeeting, HomeToday } from '#server/home/read-home.ts';

/** Today and next: one left edge says when, the next says what. */
export const Meetings = ({ home }: { home: Home }) => (
  <>
    <section>
      <Ruled>Today</Ruled>
      {home.today.length === 0 && <p className="empty">{nothingToday(home)}</p>}
      {home.today.map((meeting, place) => (
        <Today key={meeting.id} meeting={meeting} now={home.now} isFirst={place === 0} />
      ))}
    </section>
    {home.next.length > 0 && (
      <section>
        <Ruled>Next</Ruled>
        {home.next.map((meeting) => (
          <Next key={meeting.id} meeting={meeting} now={home.now} />
        ))}
      </section>
    )}
  </>
);

function Today({ meeting, now, isFirst }: { meeting: HomeToday; now: Date; isFirst: boolean }) {
  const zone = useZone();
  return (
    <article className="slot">
      <div className="t num">
        {timeOf(meeting.startsAt, zone)}
        <small>{fromNow(meeting, now)}</small>
      </div>
      <div>
        <h3>
          <Link to={`/reviews/${meeting.review}`}>{meeting.reviewTitle}</Link>
        </h3>
        <p>{aboutWords(meeting)} Optional, as always.</p>
        {meeting.callOn && meeting.role !== 'facilitator' && (
          <p className="quietly">
            May you be called on? You said “{CALL_ON_WORDS[meeting.callOn]}”. The facilitator alone sees it.
          </p>
        )}
      </div>
      <div className="acts">
        <Link className={isFirst && meeting.isOpen ? 'btn main' : 'btn'} to={`/meetings/${meeting.id}`}>
          {meeting.isOpen ? 'Enter the room' : 'Go to the room'}
        </Link>
        {meeting.kind === 'review' ? (
          <Link className="btn" to={`/reviews/${meeting.review}`}>
            Read the write-up
          </Link>
        ) : (
          <Link className="btn" to={`/reviews/${meeting.review}/actions`}>
            See the soak
          </Link>
        )}
      </div>
    </article>
  );
}

function Next({ meeting, now }: { meeting: HomeMeeting; now: Date }) {
  const zone = useZone();
  return (
    <article className="slot next">
      <div className="t num">{whenWords(meeting.startsAt, now, zone)}</div>
      <div>
        <h3>
          <Link
            to={
              meeting.kind === 'review' ? `/reviews/${meeting.review}` : `/reviews/${meeting.review}/actions`
            }
          >
            {meeting.reviewTitle}
          </Link>
        </h3>
        <p>
          {aboutWords(meeting)} <Link to={`/meetings/${meeting.id}`}>Its room</Link>
        </p>
      </div>
    </article>
  );
}

function aboutWords({ kind, minutes, facilitators, role }: HomeMeeting): string {
  const what = kind === 'review' ? 'Review meeting' : 'Action session';
  const who =
    role === 'facilitator'
      ? 'You facilitate.'
      : facilitators.length > 0
        ? `${facilitators[0]} facilitates.`
        : '';
  return `${what}, ${minutes} minutes. ${who}`.trim();
}

function fromNow({ startsAt, phase }: HomeMeeting, now: Date): string {
  if (phase === 'live' || phase === 'paused') return 'now';
  const ahead = startsAt.getTime() - now.getTime();
  return ahead < 60_000 ? 'about to start' : `in ${lastingWords(ahead)}`;
}

/** "Fri 14:00" within the week, "30 Nov 14:00" later. */
function whenWords(at: Date, now: Date, zone: string): string {
  const { weekday, day, monthName } = wallClock(at, zone);
  const isNear = at.getTime() - now.getTime() < 6 * 86_400_000;
  return `${isNear ? weekday.slice(0, 3) : `${day} ${monthName.slice(0, 3)}`} ${timeOf(at, zone)}`;
}

const nothingToday = (home: Home): string =>
  home.next.length > 0
    ? 'No meeting today.'
    : 'No meeting is planned. When one is, you will find it here, and it is yours to come or not.';
