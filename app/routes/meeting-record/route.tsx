import './record.css';
import { data, Link } from 'react-router';
import { z } from 'zod';
import { listed } from '#app/components/listed.ts';
import { ReviewBar } from '#app/components/review-bar.tsx';
import { TopBar } from '#app/components/top-bar.tsx';
import { LeftInTab } from '#app/components/unsigned/left-in-tab.tsx';
import { WhenSpan } from '#app/components/when.tsx';
import { requirePerson } from '#app/context.ts';
import { isBox } from '#domain/meeting/inputs.ts';
import { factsOfMeeting, mayCommand } from '#domain/meeting/may-command.ts';
import { mayWithReview } from '#domain/permissions.ts';
import { isRefused } from '#domain/refused.ts';
import { parseForm } from '#server/doors/parse-form.ts';
import { readForm } from '#server/doors/read-form.ts';
import { readAfter } from '#server/meetings/around/read-around.ts';
import { offerOpenQuestion } from '#server/meetings/offer-open-questions.ts';
import { readRecord } from '#server/meetings/read-record.ts';
import { readRoom } from '#server/meetings/read-room.ts';
import type { Route } from './+types/route';
import { BroughtInRecord, SurveyInRecord } from './after-the-end.tsx';
import { AgendaAsItWent } from './agenda-as-it-went.tsx';
import { OwnLookBack } from './look-back.tsx';
import { MyAttendance } from './my-attendance.tsx';
import { NotedInRecord } from './noted-in-record.tsx';
import { ParkedInRecord } from './parked-in-record.tsx';
import { Said } from './said.tsx';
import { WhoCame } from './who-came.tsx';
import { WhoLed } from './who-led.tsx';
import { WrittenInStages } from './written-in-stages.tsx';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { app, person } = requirePerson(context, request);
  const { asked, record } = await readRecord(app, person, params.id);
  const { own } = await readRoom(app, person, params.id);
  const { review, meeting } = asked;
  return {
    record,
    meeting: { id: meeting.id, kind: meeting.kind, phase: meeting.phase },
    review: { id: review.id, title: review.title },
    attendance: own.attendance,
    ownTexts: own.texts,
    noted: own.unconfirmed,
    after: await readAfter(app, person.id, asked),
    me: person.id,
    actor: own.actor,
    may: {
      show:
        own.actor.steers &&
        mayCommand(factsOfMeeting(meeting, app.clock.now()), own.actor, 'reveal', app.clock.now()) === true,
      steer: own.actor.steers,
      write: mayWithReview(person, 'write', asked.access),
      change:
        mayCommand(factsOfMeeting(meeting, app.clock.now()), own.actor, 'change-capture', app.clock.now()) ===
        true,
    },
  };
}

const offer = z.strictObject({ capture: z.string().max(64) });

/** C4: a question goes into the write-up because somebody who writes it asked for that. */
export async function action({ context, request, params }: Route.ActionArgs) {
  const { app, person } = requirePerson(context, request);
  const form = parseForm(offer, await readForm(request));
  if ('problems' in form)
    return data({ refused: 'That question was not understood. Try again.', capture: '' }, { status: 422 });
  const done = await offerOpenQuestion(app, person, params.id, form.values);
  if (isRefused(done)) return data({ refused: done.refused, capture: form.values.capture }, { status: 422 });
  return data({ refused: null, capture: form.values.capture });
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: loaderData ? `Record · ${loaderData.review.title} · Soak` : 'Soak' },
];

export default function Record({ loaderData, actionData }: Route.ComponentProps) {
  const { record, meeting, review, attendance, may, me, actor, ownTexts, noted, after } = loaderData;
  const at = `/reviews/${review.id}`;
  const parts = [
    { to: at, words: 'Write-up', end: true },
    { to: `${at}/timeline`, words: 'Timeline' },
    { to: `${at}/evidence`, words: 'Evidence' },
    { to: `${at}/people`, words: 'People' },
    { to: `${at}/meeting`, words: 'Meeting' },
    { to: `${at}/actions`, words: 'Actions' },
    { to: `${at}/markers`, words: 'Markers' },
  ];
  return (
    <>
      <TopBar>
        <ReviewBar parts={parts} title={review.title} />
      </TopBar>
      <main id="main" className="two-columns record">
        <div className="said-there">
          <h1>
            {meeting.kind === 'review' ? 'What was said in the meeting' : 'What was said in the session'}
          </h1>
          <p className="quietly">
            {record.startedAt && record.endedAt ? (
              <WhenSpan start={record.startedAt} end={record.endedAt} />
            ) : (
              'It has not ended yet; this is what there is so far.'
            )}
          </p>
          {record.facilitators.length > 0 && (
            <p className="quietly">
              Led by {listed(record.facilitators.map(({ name }) => name))}.
              {record.scribe && ` Scribe: ${record.scribe.name}.`}
            </p>
          )}
          <NotedInRecord noted={noted} meeting={meeting.id} me={me} />
          <Said
            record={record}
            meeting={meeting.id}
            me={may.change ? me : null}
            mayWrite={may.write}
            refused={actionData ?? null}
          />
          <BroughtInRecord after={after} meeting={meeting.id} steers={may.steer} />
          <LeftInTab meeting={meeting.id} me={me} over={after.boxOver} />
          {record.stages
            .filter(({ kind, reachedAt }) => isBox(kind) && reachedAt !== null)
            .map((stage) => (
              <LeftInTab
                key={stage.id}
                meeting={meeting.id}
                me={me}
                stage={stage}
                over={stage.opened || after.boxesGone}
              />
            ))}
          <WrittenInStages
            inputs={record.inputs}
            meeting={{ ...meeting, rev: record.rev }}
            me={me}
            mayShow={may.show}
            ownTexts={ownTexts}
          />
          <ParkedInRecord record={record} meeting={meeting.id} actor={actor} mayChange={may.change} />
          <SurveyInRecord after={after} meeting={meeting.id} me={me} />
        </div>
        <aside className="record-side" aria-label="How it went">
          <AgendaAsItWent record={record} />
          <WhoLed leads={after.leads} />
          {record.sealedCount > 0 && (
            <p className="small">
              {record.sealedCount === 1 ? 'One idea was' : `${record.sealedCount} ideas were`} sealed, for
              later.{' '}
              <Link className="link" to={`${at}/actions`}>
                The soak
              </Link>
            </p>
          )}
          {after.lookBack && (
            <OwnLookBack key={meeting.id} meeting={meeting.id} me={me} kept={after.lookBack} />
          )}
          {meeting.phase !== 'cancelled' && (
            <>
              <WhoCame said={after.whoCame} review={review.id} />
              <MyAttendance meeting={meeting.id} stated={attendance} />
            </>
          )}
        </aside>
      </main>
    </>
  );
}
