import './review-meeting.css';
import { Link } from 'react-router';
import { EmptyState } from '#app/components/empty-state.tsx';
import { PlainPage, Ruled } from '#app/components/page.tsx';
import { ReviewPage, useReviewPage } from '#app/components/review-page.tsx';
import { requirePerson } from '#app/context.ts';
import { LOBBY_OPENS_MINUTES } from '#domain/meeting/meeting.ts';
import { readReviewState } from '#server/reviews/read-review-state.ts';
import { requireReview } from '#server/reviews/require-review.ts';
import type { Route } from './+types/route';
import { type MeetingLine, MeetingSlot } from './meeting-slot.tsx';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { app, person } = requirePerson(context, request);
  const { review } = await requireReview(app, person, params.id);
  const { meetings } = await readReviewState(app, review);
  const now = app.clock.now();
  const lines = meetings.map(
    ({ startsAt, endedAt, phase, ...meeting }): MeetingLine => ({
      ...meeting,
      startsAt: startsAt.toISOString(),
      endedAt: endedAt?.toISOString() ?? null,
      phase: phase === 'planned' && opens(startsAt) <= now.getTime() ? 'lobby' : phase,
    }),
  );
  return { now: now.toISOString(), meetings: lines };
}

const opens = (startsAt: Date) => startsAt.getTime() - LOBBY_OPENS_MINUTES * 60_000;

export default function ReviewMeetings({ loaderData }: Route.ComponentProps) {
  const { meetings, now } = loaderData;
  const { may, id } = useReviewPage();
  const over = (meeting: MeetingLine) => meeting.phase === 'ended' || meeting.phase === 'cancelled';
  const ahead = meetings.filter((meeting) => !over(meeting));
  const past = meetings.filter(over).reverse();
  const planned = (kind: MeetingLine['kind']) => ahead.some((meeting) => meeting.kind === kind);
  return (
    <ReviewPage>
      <PlainPage>
        <h1>Meetings</h1>
        <section>
          <Ruled>Ahead</Ruled>
          {ahead.length === 0 && (
            <EmptyState>
              No meeting is planned.{' '}
              {may.plan
                ? 'A review meeting presents what was found; everybody is welcome, nobody has to come.'
                : 'Those who analyse this review will plan one.'}
            </EmptyState>
          )}
          {ahead.map((meeting) => (
            <MeetingSlot key={meeting.id} meeting={meeting} now={now} mayPlan={may.plan} />
          ))}
        </section>
        {may.plan && (
          <div className="acts">
            {!planned('review') && (
              <Link className={ahead.length === 0 ? 'btn main' : 'btn'} to={`/reviews/${id}/meeting/plan`}>
                {past.some(({ kind, phase }) => kind === 'review' && phase === 'ended')
                  ? 'Plan another review meeting'
                  : 'Plan a review meeting'}
              </Link>
            )}
            {!planned('action') && meetings.some(({ kind }) => kind === 'review') && (
              <Link className="btn" to={`/reviews/${id}/meeting/plan?kind=action`}>
                {past.some(({ kind, phase }) => kind === 'action' && phase === 'ended')
                  ? 'Plan another action session'
                  : 'Plan the action session'}
              </Link>
            )}
          </div>
        )}
        {past.length > 0 && (
          <section>
            <Ruled>Over</Ruled>
            {past.map((meeting) => (
              <MeetingSlot key={meeting.id} meeting={meeting} now={now} mayPlan={false} />
            ))}
          </section>
        )}
      </PlainPage>
    </ReviewPage>
  );
}
