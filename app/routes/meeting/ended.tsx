import { Link } from 'react-router';
import { Survey } from '#app/components/around/survey.tsx';
import { dayTimeOf } from '#app/components/clock-words.ts';
import { UnlessDeclined } from '#app/components/unless-declined.tsx';
import { OwnAttendance } from './attendance-note.tsx';
import { useRoom } from './room-context.ts';
import { useRoomUi } from './room-ui.ts';

/** Afterwards: thanks, the record, what goes on, and the note of having come for those who like. */
export function Ended() {
  const { room, phase, zone, opensOn, rehearses } = useRoom();
  const isShared = useRoomUi().face === 'shared';
  if (phase === 'cancelled')
    return (
      <div className="stage waiting">
        <h2 id="stage-title" tabIndex={-1}>
          This meeting was cancelled
        </h2>
        <p>
          <Link className="link" to={`/reviews/${room.reviewId}/meeting`}>
            Meetings of this review
          </Link>
        </p>
      </div>
    );
  if (rehearses)
    return (
      <div className="stage waiting">
        <h2 id="stage-title" tabIndex={-1}>
          The end of the rehearsal
        </h2>
        <p className="say">
          Here everyone is thanked, asked how it was, and shown the record. The soak would start.
        </p>
        <div className="acts">
          <Link className="btn main" to={`/meetings/${room.id}/before`} reloadDocument>
            Leave it
          </Link>
        </div>
      </div>
    );
  return (
    <div className="stage waiting">
      <div className="hd">
        <span>Ended {room.endedAt && dayTimeOf(room.endedAt, zone)}</span>
      </div>
      <h2 id="stage-title" tabIndex={-1}>
        Thank you for coming
      </h2>
      {room.kind === 'review' && (
        <p className="say">
          Now it soaks{opensOn ? `, until ${opensOn}` : ''}. The write-up stays open to read and to question.
        </p>
      )}
      {isShared ? <OnTheSharedTablet meeting={room.id} /> : <Afterwards />}
    </div>
  );
}

/** It is everybody's: nobody speaks for its owner here (A1). */
const OnTheSharedTablet = ({ meeting }: { meeting: string }) => (
  <>
    <p>
      The record, what is asked about the meeting, and the note of having come are on a device of your own.
    </p>
    <div className="acts">
      <Link className="btn" to={`/meetings/${meeting}/walk-in`}>
        Came without an account? Note it here
      </Link>
    </div>
  </>
);

function Afterwards() {
  const { room, survey, own } = useRoom();
  return (
    <>
      <div className="acts">
        <Link className="btn main" to={`/meetings/${room.id}/record`}>
          Read the record
        </Link>
        <Link className="btn" to={`/reviews/${room.reviewId}/actions`}>
          {room.kind === 'review' ? 'The soak, and one more idea' : 'How it ended'}
        </Link>
        {own.mayPlanSession && (
          <Link className="btn" to={`/reviews/${room.reviewId}/meeting/plan?kind=action`}>
            Plan the action session
          </Link>
        )}
      </div>
      {survey?.open && !own.actor.guest && (
        <section className="attended" aria-labelledby="survey-title">
          <h3 id="survey-title">How was it?</h3>
          <Survey survey={survey} meeting={room.id} me={own.actor.id} />
        </section>
      )}
      <section className="attended" aria-labelledby="attended-title">
        <h3 id="attended-title">Note that you were here, if you like</h3>
        <UnlessDeclined>{(decline) => <OwnAttendance onDecline={decline} />}</UnlessDeclined>
      </section>
    </>
  );
}
