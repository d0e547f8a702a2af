import './review-meeting.css';
import { data, Link } from 'react-router';
import { EmptyState } from '#app/components/empty-state.tsx';
import { PlainPage, Ruled } from '#app/components/page.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import { ReviewPage, useReviewPage } from '#app/components/review-page.tsx';
import { requirePerson } from '#app/context.ts';
import { LOBBY_OPENS_MINUTES } from '#domain/meeting/meeting.ts';
import { isRefused } from '#domain/refused.ts';
import { calendarLines } from '#server/calendar/meeting-file.ts';
import { comingForm, sayWhetherComing } from '#server/calendar/say-whether-coming.ts';
import { id } from '#server/doors/fields.ts';
import { parseForm } from '#server/doors/parse-form.ts';
import { readForm } from '#server/doors/read-form.ts';
import { readReviewState } from '#server/reviews/read-review-state.ts';
import { requireReview } from '#server/reviews/require-review.ts';
import type { Route } from './+types/route';
import { type MeetingLine, MeetingSlot } from './meeting-slot.tsx';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { app, person } = requirePerson(context, request);
  const { review } = await requireReview(app, person, params.id);
  const { meetings } = await readReviewState(app, review);
  const now = app.clock.now();
  const calendars = await calendarLines(app, person, review, meetings);
  const lines = meetings.map(
    ({ startsAt, endedAt, phase, ...meeting }): MeetingLine => ({
      ...meeting,
      startsAt: startsAt.toISOString(),
      endedAt: endedAt?.toISOString() ?? null,
      calendar: calendars.get(meeting.id),
      phase: phase === 'planned' && opens(startsAt) <= now.getTime() ? 'lobby' : phase,
    }),
  );
  return { now: now.toISOString(), meetings: lines };
}

/** Whether somebody means to come to one of them; never attendance. */
export async function action({ context, request, params }: Route.ActionArgs) {
  const { app, person } = requirePerson(context, request);
  await requireReview(app, person, params.id);
  const parsed = parseForm(comingForm.extend({ meeting: id() }), await readForm(request));
  if ('problems' in parsed) return data({ refused: 'Please choose one of the three.' }, { status: 422 });
  const { meeting, ...said } = parsed.values;
  const answer = await sayWhetherComing(app, person, meeting, said);
  return isRefused(answer) ? data(answer, { status: 422 }) : { refused: null };
}

/** After a refusal too: a meeting may stand somewhere else by now. */
export const shouldRevalidate = () => true;

const opens = (startsAt: Date) => startsAt.getTime() - LOBBY_OPENS_MINUTES * 60_000;

export default function ReviewMeetings({ loaderData, actionData }: Route.ComponentProps) {
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
        <Refusal sentence={actionData?.refused} />
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
              <MeetingSlot key={meeting.id} meeting={meeting} now={now} mayPlan={may.plan} />
            ))}
          </section>
        )}
      </PlainPage>
    </ReviewPage>
  );
}
