import { Link, useParams } from 'react-router';
import { dayTimeOf } from '#app/components/clock-words.ts';
import { joined } from '#app/components/counted.ts';
import { Ruled } from '#app/components/page.tsx';
import { useZone, When, WhenSpan } from '#app/components/when.tsx';
import type { PlannedMeeting } from '#server/actions/read-actions-page.ts';
import type { PageFacts } from './page-facts.ts';

/** What happens next, when, and who comes. */
export function SessionPlan({ page }: { page: PageFacts['page'] }) {
  const { id } = useParams();
  return (
    <section>
      <Ruled>Action session</Ruled>
      {page.session === null ? (
        <p className="small">
          {page.may.plan ? (
            <>
              None is planned yet. It is smaller than the meeting: the few who own the work.{' '}
              <Link className="link" to={`/reviews/${id}/meeting/plan?kind=action`}>
                Plan the action session
              </Link>
            </>
          ) : (
            'None is planned yet. The analysts and facilitators of this review plan it.'
          )}
        </p>
      ) : (
        <Planned session={page.session} page={page} />
      )}
    </section>
  );
}

function Planned({ session, page }: { session: PlannedMeeting; page: PageFacts['page'] }) {
  const reader = useZone();
  const end = new Date(session.startsAt.getTime() + session.minutes * 60_000);
  const isOpen = session.phase === 'lobby' || session.phase === 'live' || session.phase === 'paused';
  return (
    <>
      <p className="when">
        <WhenSpan start={session.startsAt} end={end} now={page.now} />
      </p>
      {session.zone !== reader && (
        <p className="small">
          <When at={session.startsAt} zone={session.zone} named />, where it was planned.
        </p>
      )}
      <p className="small">
        {joined(session.facilitators)} {session.facilitators.length === 1 ? 'facilitates' : 'facilitate'}
        {session.invited.length > 0 && `, with ${joined(session.invited)}`}. If the soak moves, the session
        moves with it and says why.
      </p>
      {isEarly(page) && session.phase === 'planned' && (
        <p className="small">
          The ideas wait for it, and it can start before its time: {eitherOf(session.facilitators)} enters its
          room and presses “Open the room”, then “Start”.
        </p>
      )}
      {page.soak?.movedFrom && (
        <p className="small">
          It stood on {dayTimeOf(page.soak.movedFrom, reader, page.now)} and moved because{' '}
          {movedWords(page.soak.movedBecause)}.
        </p>
      )}
      <p className="small">
        <Link className={isOpen ? 'btn main' : 'link'} to={`/meetings/${session.id}`}>
          {isOpen ? 'Enter the room' : isEarly(page) ? 'Go to its room' : 'See its plan'}
        </Link>
      </p>
    </>
  );
}

/** S5: opened before its end, and nothing has opened the ideas yet. */
const isEarly = ({ soak, now }: PageFacts['page']): boolean =>
  soak !== null && soak.heldFor === null && soak.openedEarlyAt !== null && now < soak.endsAt;

const eitherOf = (names: readonly string[]): string =>
  names.length === 0 ? 'a facilitator' : names.length < 3 ? names.join(' or ') : 'one of its facilitators';

const movedWords = (because: 'held' | 'restarted' | null): string =>
  because === 'held' ? 'a further meeting holds the soak' : 'the soak started later than was expected';
