import { Link } from 'react-router';
import { useReviewPage } from '#app/components/review-page.tsx';
import { When } from '#app/components/when.tsx';
import type { MeetingKind, MeetingPhase } from '#domain/meeting/meeting.ts';
import { type CalendarFacts, InYourCalendar } from './in-your-calendar.tsx';

export interface MeetingLine {
  id: string;
  kind: MeetingKind;
  phase: MeetingPhase;
  title: string;
  startsAt: string;
  endedAt: string | null;
  minutes: number;
  /** Absent once it is over. */
  calendar?: CalendarFacts | undefined;
}

/** When on the left edge, what in the middle, what one can do at the right. */
export function MeetingSlot({
  meeting,
  now,
  mayPlan,
}: {
  meeting: MeetingLine;
  now: string;
  mayPlan: boolean;
}) {
  const { id } = useReviewPage();
  const room = `/meetings/${meeting.id}`;
  const isAhead = meeting.phase === 'planned' || meeting.phase === 'lobby';
  return (
    <article className="meeting-slot">
      <div className="t">
        <When at={meeting.endedAt ?? meeting.startsAt} as="time" />
        <small>
          <When at={meeting.startsAt} as="day" now={now} />
        </small>
      </div>
      <div>
        <h3>{meeting.title}</h3>
        <p>
          {meeting.kind === 'review' ? 'Review meeting' : 'Action session'}, {meeting.minutes} minutes.{' '}
          {PHASE_SENTENCES[meeting.phase]}
        </p>
        {isAhead && meeting.calendar && (
          <InYourCalendar
            id={meeting.id}
            startsAt={meeting.startsAt}
            title={meeting.title}
            calendar={meeting.calendar}
          />
        )}
      </div>
      <div className="meeting-acts">
        {meeting.phase === 'ended' ? (
          <Link className="btn" to={`${room}/record`}>
            Read the record
          </Link>
        ) : (
          meeting.phase !== 'cancelled' && (
            <Link className={meeting.phase === 'planned' ? 'btn' : 'btn main'} to={room}>
              {meeting.phase === 'planned' ? 'Look into the room' : 'Enter the room'}
            </Link>
          )
        )}
        {isAhead && (
          <Link className="btn quiet" to={`${room}/before`}>
            Bring a question
          </Link>
        )}
        {mayPlan && isAhead && (
          <Link className="btn quiet" to={`/reviews/${id}/meeting/${meeting.id}/plan`}>
            Change the plan
          </Link>
        )}
        {mayPlan && (isAhead || meeting.phase === 'cancelled') && (
          <Link className="btn quiet" to={`/reviews/${id}/meeting/${meeting.id}/invitations`}>
            Invitations
          </Link>
        )}
      </div>
    </article>
  );
}

const PHASE_SENTENCES: Record<MeetingPhase, string> = {
  planned: 'Optional, as always.',
  lobby: 'The room is open. Optional, as always.',
  live: 'It is running; you can still come.',
  paused: 'It is paused; you can come.',
  ended: 'It is over.',
  cancelled: 'It was cancelled.',
};
