import './before.css';
import { Link, redirect } from 'react-router';
import { Ruled } from '#app/components/page.tsx';
import { ReviewBar } from '#app/components/review-bar.tsx';
import { TopBar } from '#app/components/top-bar.tsx';
import { LeftInTab } from '#app/components/unsigned/left-in-tab.tsx';
import { WhenSpan } from '#app/components/when.tsx';
import { requirePerson } from '#app/context.ts';
import { mayAround } from '#domain/meeting/around/command.ts';
import { factsOfMeeting } from '#domain/meeting/may-command.ts';
import { MINUTE_MS } from '#domain/meeting/timer.ts';
import { readBefore } from '#server/meetings/around/read-around.ts';
import type { Route } from './+types/route';
import { BringQuestion, BroughtByMe } from './bring-question.tsx';
import { BringUnsigned } from './bring-unsigned.tsx';
import { ForFacilitators } from './for-facilitators.tsx';

/** Before a meeting: what people bring to it, for everyone who may come; and what those who facilitate prepare. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { app, person } = requirePerson(context, request);
  const { asked, before } = await readBefore(app, person, params.id);
  const { meeting, review, actor } = asked;
  const now = app.clock.now();
  if (meeting.phase === 'ended') throw redirect(`/meetings/${meeting.id}/record`);
  const { title, startsAt, minutes } = meeting.plan;
  return {
    before,
    me: person.id,
    mayBring: mayAround(factsOfMeeting(meeting, now), actor, 'bring', now) === true,
    meeting: {
      id: meeting.id,
      kind: meeting.kind,
      phase: meeting.phase,
      title,
      startsAt: startsAt.toISOString(),
      endsAt: new Date(startsAt.getTime() + minutes * MINUTE_MS).toISOString(),
    },
    stages: before.agenda,
    review: { id: review.id, title: review.title },
  };
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: loaderData ? `Before the meeting · ${loaderData.review.title} · Soak` : 'Soak' },
];

export default function BeforeMeeting({ loaderData }: Route.ComponentProps) {
  const { before, meeting, review, stages, me, mayBring } = loaderData;
  const at = `/reviews/${review.id}`;
  const parts = [
    { to: at, words: 'Write-up', end: true },
    { to: `${at}/timeline`, words: 'Timeline' },
    { to: `${at}/evidence`, words: 'Evidence' },
    { to: `${at}/people`, words: 'People' },
    { to: `${at}/meeting`, words: 'Meeting' },
    { to: `${at}/actions`, words: 'Actions' },
  ];
  return (
    <>
      <TopBar>
        <ReviewBar parts={parts} title={review.title} />
      </TopBar>
      <main id="main" className="two-columns before-meeting">
        <div className="bring">
          <div>
            <h1>{meeting.kind === 'review' ? 'Before the meeting' : 'Before the session'}</h1>
            <p className="quietly">
              <WhenSpan start={meeting.startsAt} end={meeting.endsAt} />. Optional, as always.
            </p>
          </div>
          {mayBring ? (
            <>
              <BringQuestion meeting={meeting.id} me={me} mine={before.mine} />
              <section>
                <Ruled aside="without your name">What is still unsaid?</Ruled>
                <BringUnsigned meeting={meeting.id} me={me} opened={before.opened} />
              </section>
            </>
          ) : (
            <>
              <p className="empty">
                {meeting.phase === 'cancelled'
                  ? 'This meeting was cancelled, so nothing is brought to it any more.'
                  : 'The meeting has started. Questions are raised there now.'}{' '}
                {meeting.phase !== 'cancelled' && (
                  <Link className="link" to={`/meetings/${meeting.id}`}>
                    Enter the room
                  </Link>
                )}
              </p>
              <BroughtByMe meeting={meeting.id} me={me} mine={before.mine} />
              <LeftInTab meeting={meeting.id} me={me} over={before.opened || meeting.phase === 'cancelled'} />
            </>
          )}
        </div>
        <aside className="before-side" aria-label="What is planned">
          {before.facilitator && (
            <ForFacilitators meeting={meeting} facts={before.facilitator} mayChoose={mayBring} />
          )}
          <section>
            <Ruled aside="minutes">What is planned</Ruled>
            <ol className="planned">
              {stages.map(({ id, title, minutes }) => (
                <li key={id}>
                  <span>{title}</span>
                  <span className="num">{minutes}</span>
                </li>
              ))}
            </ol>
          </section>
        </aside>
      </main>
    </>
  );
}
