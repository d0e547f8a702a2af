import './meeting-invitations.css';
import { data, Form, Link } from 'react-router';
import { z } from 'zod';
import { EmptyState } from '#app/components/empty-state.tsx';
import { PlainPage, Ruled } from '#app/components/page.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import { ReviewPage, useReviewPage } from '#app/components/review-page.tsx';
import { WhenSpan } from '#app/components/when.tsx';
import { requirePerson } from '#app/context.ts';
import type { PersonId } from '#domain/ids.ts';
import { isRefused } from '#domain/refused.ts';
import { readInvitations, sendAgain } from '#server/calendar/read-invitations.ts';
import { id } from '#server/doors/fields.ts';
import { parseForm } from '#server/doors/parse-form.ts';
import { readForm } from '#server/doors/read-form.ts';
import { requireReview } from '#server/reviews/require-review.ts';
import type { Route } from './+types/route';
import { InvitationText } from './invitation-text.tsx';
import { InvitedPerson } from './invited-person.tsx';

/** Who was told what of a meeting, and how it went (N5); for those who plan it. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { app, person } = requirePerson(context, request);
  await requireReview(app, person, params.id, 'plan meetings');
  return { ...(await readInvitations(app, person, params.meeting, params.id)), meeting: params.meeting };
}

const againForm = z.strictObject({ person: z.union([z.literal('everybody'), id<PersonId>()]) });

export async function action({ context, request, params }: Route.ActionArgs) {
  const { app, person } = requirePerson(context, request);
  await requireReview(app, person, params.id, 'plan meetings');
  await readInvitations(app, person, params.meeting, params.id);
  const parsed = parseForm(againForm, await readForm(request));
  if ('problems' in parsed)
    return data({ refused: 'Please choose whom to write to.', said: null }, { status: 422 });
  const who = parsed.values.person;
  const sent = await sendAgain(app, person, params.meeting, who === 'everybody' ? null : who);
  if (isRefused(sent)) return data({ refused: sent.refused, said: null }, { status: 422 });
  return data({
    refused: null,
    said: sent.letters === 1 ? 'One letter is on its way.' : `${sent.letters} letters are on their way.`,
  });
}

export const meta = () => [{ title: 'Invitations · Soak' }];

export default function Invitations({ loaderData, actionData }: Route.ComponentProps) {
  const { title, startsAt, minutes, sendsMail, maySend, text, lines, meeting, phase } = loaderData;
  const { id } = useReviewPage();
  const end = new Date(startsAt).getTime() + minutes * 60_000;
  const isOpen = phase === 'planned' || phase === 'lobby';
  return (
    <ReviewPage>
      <PlainPage>
        <h1>Invitations</h1>
        <p className="lead">
          {title}, <WhenSpan start={startsAt} end={end} />
        </p>
        <p>{sendsMail ? WITH_MAIL : WITHOUT_MAIL}</p>
        {actionData?.said && <p role="status">{actionData.said}</p>}
        <Refusal sentence={actionData?.refused} />
        <section>
          <Ruled aside="All optional.">Who is named</Ruled>
          {lines.length === 0 && (
            <EmptyState>Nobody is named yet. Naming somebody in the plan invites them.</EmptyState>
          )}
          <ul className="invited-people">
            {lines.map((line) => (
              <InvitedPerson key={line.person} line={line} sendsMail={sendsMail} maySend={maySend} />
            ))}
          </ul>
          {sendsMail && isOpen && lines.some(({ standing }) => standing === 'invited') && (
            <Form method="post" preventScrollReset>
              <input type="hidden" name="person" value="everybody" />
              <button type="submit" className="btn">
                Send to everybody once more
              </button>
            </Form>
          )}
        </section>
        {isOpen && <InvitationText text={text} file={`/meetings/${meeting}/meeting.ics`} />}
        <p>
          <Link className="link" to={`/reviews/${id}/meeting`}>
            Back to the meetings of this review
          </Link>
        </p>
      </PlainPage>
    </ReviewPage>
  );
}

const WITH_MAIL =
  'Letters go out by themselves: to those you name, and again when the time, the link or the title changes. “Taken by the mail server” is all Soak can know; if nothing arrives, send once more or pass the file on.';
const WITHOUT_MAIL =
  'No mail server is set up here, so Soak sends nothing. Pass on the text and the file below. (Whoever runs this server can set SMTP_URL.)';
