import { data, Form, Link, redirect } from 'react-router';
import { z } from 'zod';
import { ConfirmSubmit } from '#app/components/confirm-submit.tsx';
import { SelectField, Tick } from '#app/components/field.tsx';
import { KeptForm } from '#app/components/kept-form.tsx';
import { PlainPage, Ruled } from '#app/components/page.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import { ReviewFactsFields, type ReviewFactsGiven } from '#app/components/review-facts-fields.tsx';
import { ReviewPage } from '#app/components/review-page.tsx';
import { requirePerson } from '#app/context.ts';
import { workingDaysWords } from '#domain/soak/policy.ts';
import { takeAsLoaded } from '#server/doors/as-loaded.ts';
import { parseForm } from '#server/doors/parse-form.ts';
import { readForm } from '#server/doors/read-form.ts';
import { listNamedStill, lookedThrough } from '#server/own/named-still.ts';
import { binReview } from '#server/reviews/bin-review.ts';
import { editReview, factsAsLoaded, type ReviewEdit } from '#server/reviews/edit-review.ts';
import { letThemRead, listLeftOutside } from '#server/reviews/left-outside.ts';
import { offerChoices } from '#server/reviews/offer-choices.ts';
import { publishReview } from '#server/reviews/publish-review.ts';
import { readReviewPeople } from '#server/reviews/read-review-people.ts';
import { requireReview } from '#server/reviews/require-review.ts';
import { editReviewForm } from '#server/reviews/review-form.ts';
import { readSoakChoice } from '#server/soak/soak-choice.ts';
import type { Route } from './+types/route';
import { LeftOutside } from './left-outside.tsx';
import { NamedStill } from './named-still.tsx';

const otherIntents = z.strictObject({
  intent: z.enum(['publish', 'unpublish', 'bin', 'looked-through', 'let-them-read']),
});

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { app, person } = requirePerson(context, request);
  await requireReview(app, person, params.id, 'manage');
  const { review, teams } = await readReviewPeople(app, person, params.id);
  return {
    teams: (await offerChoices(app)).teams,
    namedStill: await listNamedStill(app, person, params.id),
    outside: await listLeftOutside(app, person, params.id),
    published: review.published_at !== null,
    soak: await readSoakChoice(app, review),
    asLoaded: factsAsLoaded(review, teams),
    facts: {
      kind: review.kind,
      happenedOn: review.happened_on,
      happenedUntil: review.happened_until,
      zone: review.happened_zone,
      privacy: review.privacy,
      sourceNote: review.source_note,
      closestTeams: teams.map((team) => team.id as string),
      roomMayWrite: review.room_may_write,
      guestsMayJoin: review.guests_may_join,
      namesOrRoles: review.names_or_roles,
    },
  };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { app, person } = requirePerson(context, request);
  const form = await readForm(request);
  const other = parseForm(otherIntents, form);
  if ('values' in other) {
    if (other.values.intent === 'bin') {
      await binReview(app, person, params.id);
      throw redirect(`/reviews/${params.id}/binned`);
    }
    if (other.values.intent === 'looked-through') {
      await lookedThrough(app, person, params.id);
      return said(false);
    }
    if (other.values.intent === 'let-them-read') {
      await letThemRead(app, person, params.id);
      return said(true);
    }
    await publishReview(app, person, params.id, other.values.intent === 'publish');
    return said(true);
  }
  const loaded = takeAsLoaded(form);
  const facts = parseForm(editReviewForm, form);
  if ('problems' in facts) {
    const { problems, given, lists } = facts;
    return data({ ...said(false), problems, typed: typedAgain(given, lists) }, { status: 422 });
  }
  const { roomMayWrite, guestsMayJoin, intent: _, ...values } = facts.values;
  const edit = { ...values, roomMayWrite: roomMayWrite === 'on', guestsMayJoin: guestsMayJoin === 'on' };
  const done = await editReview(app, person, params.id, edit, loaded);
  const answer = app.random.uuid();
  if (done === true) return data({ ...said(true), answer });
  const { asked, typed, asLoaded } = done;
  return data({ ...said(false), problems: asked, typed: typedOf(typed), asLoaded, answer }, { status: 422 });
}

interface TypedFacts extends Required<ReviewFactsGiven> {
  namesOrRoles: string;
  soakDays: string;
  roomMayWrite: boolean;
  guestsMayJoin: boolean;
}

interface Answer {
  saved: boolean;
  problems: Record<string, string>;
  typed: TypedFacts | null;
  /** Of an answer after which the facts are shown anew, and how they are then. */
  answer: string | undefined;
  asLoaded: string | null;
}

const said = (saved: boolean): Answer => ({
  ...{ saved, problems: {}, typed: null, answer: undefined, asLoaded: null },
});

/** What was refused stands there as it was typed, ticked or not; without scripts the page is a new one. */
const typedAgain = (
  { kind, happenedOn, happenedUntil, zone, privacy, sourceNote, ...given }: Record<string, string>,
  lists: Record<string, string[]>,
): TypedFacts => ({
  kind: kind ?? '',
  happenedOn: happenedOn ?? '',
  happenedUntil: happenedUntil ?? '',
  zone: zone ?? '',
  privacy: privacy ?? '',
  sourceNote: sourceNote ?? '',
  closestTeams: lists.closestTeams ?? [],
  namesOrRoles: given.namesOrRoles ?? '',
  soakDays: given.soakDays ?? '',
  roomMayWrite: given.roomMayWrite === 'on',
  guestsMayJoin: given.guestsMayJoin === 'on',
});

const typedOf = ({ soakDays, ...edit }: ReviewEdit): TypedFacts => ({
  ...edit,
  soakDays: soakDays ? String(soakDays) : '',
});

export default function AboutReview({ loaderData, actionData }: Route.ComponentProps) {
  const { published, teams, soak, namedStill, outside } = loaderData;
  const facts = actionData?.typed ?? { ...loaderData.facts, soakDays: undefined };
  const problems: Readonly<Record<string, string>> = actionData?.problems ?? {};
  return (
    <ReviewPage>
      <PlainPage>
        <h1>About this review</h1>
        <Publishing published={published} privacy={loaderData.facts.privacy} />
        <LeftOutside names={outside} />
        <NamedStill places={namedStill} />
        <Ruled>Facts</Ruled>
        <KeptForm
          asLoaded={actionData?.asLoaded ?? loaderData.asLoaded}
          answer={actionData?.answer}
          said={actionData?.saved ? 'Kept.' : null}
        >
          <input type="hidden" name="intent" value="facts" />
          <Refusal sentence={problems.form} />
          <ReviewFactsFields given={facts} problems={problems} teams={teams} />
          <SelectField label="People in it appear" name="namesOrRoles" defaultValue={facts.namesOrRoles}>
            <option value="roles">By role, such as “the engineer on call”</option>
            <option value="names">By name, as they agreed</option>
          </SelectField>
          <SelectField
            label="Its ideas soak for"
            name="soakDays"
            defaultValue={facts.soakDays ?? soak.chosen ?? ''}
            hint={soak.runs ? 'The soak that runs keeps the length it began with.' : undefined}
            refused={problems.soakDays}
          >
            <option value="">{workingDaysWords(soak.usual)}, as usual here</option>
            {soak.choices.map((days) => (
              <option key={days} value={days}>
                {workingDaysWords(days)}
              </option>
            ))}
          </SelectField>
          <Tick name="roomMayWrite" defaultChecked={facts.roomMayWrite}>
            During its live meeting everyone in the room may write in the write-up
          </Tick>
          <Tick name="guestsMayJoin" defaultChecked={facts.guestsMayJoin}>
            People without an account may join its meetings as guests, by a code. They see what is on stage,
            and nothing else
          </Tick>
          <button type="submit" className="btn main">
            Keep these facts
          </button>
        </KeptForm>
        <Ruled>Erase words for good</Ruled>
        <p>
          What is deleted stays in the history. Where words must not stay anywhere, delete them, and then{' '}
          <Link className="link" to="../erase" relative="path">
            erase them for good
          </Link>
          .
        </p>
        <Ruled>Put it in the bin</Ruled>
        <p>It lies there for 30 days and can be taken out again; links to it say so. Nobody else is told.</p>
        <Form method="post">
          <input type="hidden" name="intent" value="bin" />
          <ConfirmSubmit question="Put this review in the bin?" confirm="Put it in the bin">
            Put it in the bin
          </ConfirmSubmit>
        </Form>
      </PlainPage>
    </ReviewPage>
  );
}

function Publishing({ published, privacy }: { published: boolean; privacy: 'open' | 'private' }) {
  const readers = privacy === 'open' ? 'everyone here' : 'the people named on it';
  return (
    <Form method="post" className="form">
      <input type="hidden" name="intent" value={published ? 'unpublish' : 'publish'} />
      <p>
        {published
          ? `It is published: ${readers} can read it.`
          : `It is a draft: only the people named on it can read it. Publishing opens it to ${readers}.`}
      </p>
      <button type="submit" className={published ? 'btn' : 'btn main'}>
        {published ? 'Take it back to a draft' : 'Publish it'}
      </button>
    </Form>
  );
}
