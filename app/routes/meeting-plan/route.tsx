import './plan.css';
import { data, Link, redirect } from 'react-router';
import { z } from 'zod';
import { ReviewPage, useReviewPage } from '#app/components/review-page.tsx';
import { sourcesOf } from '#app/components/source-words.ts';
import { requirePerson } from '#app/context.ts';
import { asId, isUuid, type MeetingId } from '#domain/ids.ts';
import type { MeetingKind } from '#domain/meeting/meeting.ts';
import { isRefused } from '#domain/refused.ts';
import type { WriteUp } from '#domain/write-up.ts';
import type { App, SignedIn } from '#server/app.ts';
import { takeAsLoaded } from '#server/doors/as-loaded.ts';
import { id } from '#server/doors/fields.ts';
import { parseForm } from '#server/doors/parse-form.ts';
import { readForm } from '#server/doors/read-form.ts';
import { listCallOnLinks } from '#server/meetings/call-on.ts';
import { cancelMeeting } from '#server/meetings/cancel-meeting.ts';
import { draftMeetingAgenda } from '#server/meetings/draft-agenda.ts';
import { editPlan } from '#server/meetings/edit-plan.ts';
import { planAsLoaded } from '#server/meetings/join-plans.ts';
import { type PlanInput, planForm } from '#server/meetings/plan-input.ts';
import { planMeeting } from '#server/meetings/plan-meeting.ts';
import { readPlan } from '#server/meetings/read-plan.ts';
import { draftFromTemplate, listTemplateChoices } from '#server/meetings/templates.ts';
import { warnAboutPlan } from '#server/meetings/warn-about-plan.ts';
import { offerChoices } from '#server/reviews/offer-choices.ts';
import { requireReview } from '#server/reviews/require-review.ts';
import type { Route } from './+types/route';
import { agendaJson, changed, plainFields, pressAfter, rowsOf } from './agenda-rows.ts';
import { CancelIt } from './cancel-it.tsx';
import { DEFAULT_MINUTES, draftPlan, EMPTY_PLAN } from './draft-plan.ts';
import { findTime } from './find-time.ts';
import { type FormBegun, PlanForm } from './plan-form.tsx';
import { PlanPeople } from './plan-people.tsx';
import { withTemplates } from './plan-templates.ts';
import { type PlanValues, typedValues, valuesOf } from './plan-values.ts';

/** Plans a new meeting, or changes a planned one when the address names it. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { app, person } = requirePerson(context, request);
  const review = await requireReview(app, person, params.id, 'plan meetings');
  const { people } = await offerChoices(app);
  const meeting = meetingOf(params);
  if (meeting !== undefined) {
    const { asked, plan } = await readPlan(app, person, meeting, params.id);
    const { kind } = asked.meeting;
    const { writeUp } = await draftMeetingAgenda(app, person, params.id, { kind, minutes: plan.minutes });
    return {
      kind,
      values: valuesOf(plan),
      begun: { meeting, asLoaded: planAsLoaded(plan) },
      people,
      warnings: await warnAboutPlan(app, review, kind, plan, writeUp, asked.meeting.id),
      meeting,
      sources: sourcesOfPlan(writeUp, plan, review.review.happened_zone),
      templates: [],
      hidesNotes: !asked.actor.steers,
      asked: await listCallOnLinks(app, asked),
    };
  }
  const kind: MeetingKind = new URL(request.url).searchParams.get('kind') === 'action' ? 'action' : 'review';
  const plan = await draftPlan(app, person, params.id, kind, review.review.title);
  const { writeUp } = await draftMeetingAgenda(app, person, params.id, { kind, minutes: plan.minutes });
  return {
    kind,
    values: valuesOf(plan),
    begun: { meeting: app.random.uuid(), asLoaded: planAsLoaded(plan) },
    people,
    warnings: await warnAboutPlan(app, review, kind, plan, writeUp),
    meeting: null,
    sources: sourcesOfPlan(writeUp, plan, review.review.happened_zone),
    templates: kind === 'review' ? await listTemplateChoices(app, person) : [],
    hidesNotes: false,
    asked: [],
  };
}

const sourcesOfPlan = (writeUp: WriteUp, { stages }: PlanInput, zone: string) =>
  sourcesOf(
    writeUp,
    stages.flatMap(({ targets }) => targets),
    zone,
  );

const otherPress = z.strictObject({ press: z.literal('cancel'), reason: z.string().max(500).default('') });
const form = planForm.extend({
  press: z.literal('keep'),
  takeBackReading: z.literal('on').optional(),
  newMeeting: id<MeetingId>().optional(),
});

export async function action({ context, request, params }: Route.ActionArgs) {
  const { app, person } = requirePerson(context, request);
  const posted = await readForm(request);
  const meeting = meetingOf(params);
  const cancelled = parseForm(otherPress, posted);
  if ('values' in cancelled) return cancel(app, person, params.id, meeting, cancelled.values.reason);
  // The hidden first button and a pressed one may both speak; the pressed one comes last.
  const press = String(posted.getAll('press').at(-1) ?? 'keep');
  const kind = await kindOf(app, person, request, meeting);
  const loaded = takeAsLoaded(posted);
  const begun = { meeting: String(posted.get('newMeeting') ?? ''), asLoaded: JSON.stringify(loaded) };
  let rows = rowsOf(posted);
  if (press === 'draft') {
    const minutes = Math.min(480, Math.max(5, Number(posted.get('minutes')) || DEFAULT_MINUTES[kind]));
    const { stages } = await draftMeetingAgenda(app, person, params.id, { kind, minutes });
    rows = valuesOf({ ...EMPTY_PLAN, stages }).rows;
  } else if (press.startsWith('template:')) {
    const { writeUp } = await draftMeetingAgenda(app, person, params.id, { kind, minutes: 60 });
    const drafted = await draftFromTemplate(app, press.slice('template:'.length), writeUp);
    if (drafted) {
      rows = valuesOf({ ...EMPTY_PLAN, stages: drafted.stages }).rows;
      posted.set('minutes', String(drafted.minutes));
    }
  } else if (press === 'find-time' && kind === 'action') {
    await findTime(app, person, params.id, meeting, posted);
  } else if (press === 'add') {
    const { writeUp } = await draftMeetingAgenda(app, person, params.id, { kind, minutes: 60 });
    rows = changed(rows, press, String(posted.get('add-kind') ?? 'prompt'), writeUp);
  } else rows = changed(rows, press);

  const checked = parseForm(form, plainFields(posted, agendaJson(rows)));
  const values = typedValues(posted, rows);
  if (press === 'keep-template' || press.startsWith('forget:'))
    return data({ ...(await withTemplates(app, person, { press, posted, values, checked })), begun });
  if (press !== 'keep') {
    const warnings =
      'values' in checked
        ? await warningsOf(app, person, params.id, { kind, meeting }, checked.values)
        : null;
    const stand = pressAfter(press, rows.length);
    return data({ values, begun, problems: {}, warnings, stand, said: null, version: app.random.uuid() });
  }
  if ('problems' in checked) return refusedForm(app, { values, begun }, checked.problems);
  const { press: _, takeBackReading, newMeeting, ...plan } = checked.values;
  const kept =
    meeting === undefined
      ? await planMeeting(app, person, params.id, kind, plan, newMeeting)
      : await editPlan(app, person, meeting, plan, { takeBackReading: takeBackReading === 'on', loaded });
  if (isRefused(kept)) {
    const field = 'field' in kept ? String(kept.field) : 'form';
    return refusedForm(app, { values, begun }, { [field]: kept.refused });
  }
  if (kept !== true && 'asked' in kept) {
    const from = { ...begun, asLoaded: planAsLoaded(kept.stored) };
    return refusedForm(app, { values: valuesOf(kept.plan), begun: from }, kept.asked);
  }
  throw redirect(`/reviews/${params.id}/meeting`);
}

const refusedForm = (
  app: App,
  form: { values: PlanValues; begun: FormBegun },
  problems: Record<string, string>,
) =>
  data(
    { ...form, problems, warnings: null, stand: null, said: null, version: app.random.uuid() },
    { status: 422 },
  );

async function kindOf(
  app: App,
  person: SignedIn,
  request: Request,
  meeting: string | undefined,
): Promise<MeetingKind> {
  if (meeting !== undefined) return (await readPlan(app, person, meeting)).asked.meeting.kind;
  return new URL(request.url).searchParams.get('kind') === 'action' ? 'action' : 'review';
}

async function warningsOf(
  app: App,
  person: SignedIn,
  id: string,
  { kind, meeting }: { kind: MeetingKind; meeting: string | undefined },
  plan: PlanInput,
) {
  const review = await requireReview(app, person, id, 'plan meetings');
  const { writeUp } = await draftMeetingAgenda(app, person, id, { kind, minutes: plan.minutes });
  return warnAboutPlan(app, review, kind, plan, writeUp, isUuid(meeting) ? asId<MeetingId>(meeting) : null);
}

async function cancel(
  app: App,
  person: SignedIn,
  review: string,
  meeting: string | undefined,
  reason: string,
) {
  if (meeting === undefined) throw redirect(`/reviews/${review}/meeting`);
  const done = await cancelMeeting(app, person, meeting, { reason });
  if (isRefused(done))
    return data(
      {
        values: null,
        begun: null,
        problems: { cancel: done.refused },
        warnings: null,
        stand: null,
        said: null,
        version: 'cancel',
      },
      { status: 422 },
    );
  throw redirect(`/reviews/${review}/meeting`);
}

/** One module, two addresses: only one of them names a meeting. */
const meetingOf = (params: { id: string }): string | undefined =>
  'meeting' in params && typeof params.meeting === 'string' ? params.meeting : undefined;

export default function PlanMeeting({ loaderData, actionData }: Route.ComponentProps) {
  const { kind, people, meeting } = loaderData;
  const review = useReviewPage();
  const values = actionData?.values ?? loaderData.values;
  const problems: Readonly<Record<string, string>> = actionData?.problems ?? {};
  const what = kind === 'review' ? 'review meeting' : 'action session';
  return (
    <ReviewPage>
      <main id="main" className="plan-page">
        <h1>{meeting === null ? `Plan ${kind === 'review' ? 'a' : 'the'} ${what}` : `Change the ${what}`}</h1>
        <p className="quietly">
          {kind === 'review'
            ? 'The write-up goes out with it, to be read before. Nobody has to come.'
            : 'A smaller circle: those who own the work. It starts once the soak has ended.'}
        </p>
        <PlanForm
          kind={kind}
          values={values}
          begun={actionData?.begun ?? loaderData.begun}
          problems={problems}
          people={people}
          sources={loaderData.sources}
          warnings={actionData?.warnings ?? loaderData.warnings}
          isPrivate={review.privacy === 'private'}
          isNew={meeting === null}
          templates={loaderData.templates}
          said={actionData?.said ?? null}
          hidesNotes={loaderData.hidesNotes}
          version={actionData?.version ?? 'first'}
          stand={actionData?.stand ?? null}
        />
        {meeting !== null && kind === 'review' && <PlanPeople meeting={meeting} asked={loaderData.asked} />}
        {meeting !== null && (
          <p>
            <Link className="link" to={`/meetings/${meeting}/before`}>
              What was brought to it, what is asked at its end, and a rehearsal
            </Link>
          </p>
        )}
        {meeting !== null && <CancelIt problem={problems.cancel} />}
        <p>
          <Link className="link" to={`/reviews/${review.id}/meeting`}>
            Back to the meetings of this review
          </Link>
        </p>
      </main>
    </ReviewPage>
  );
}
