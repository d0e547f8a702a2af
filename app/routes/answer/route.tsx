import './answer.css';
import { data, Form, Link } from 'react-router';
import { PlainPage } from '#app/components/page.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import { TopBar } from '#app/components/top-bar.tsx';
import { WhenSpan } from '#app/components/when.tsx';
import { asking } from '#app/context.ts';
import { COMING, type Coming } from '#domain/invitations/coming.ts';
import { isRefused } from '#domain/refused.ts';
import { comingForm, readComing, sayByLink } from '#server/calendar/say-whether-coming.ts';
import { parseForm } from '#server/doors/parse-form.ts';
import { readForm } from '#server/doors/read-form.ts';
import { notFound } from '#server/not-found.ts';
import type { Route } from './+types/route';

/** P11: a link in a letter. Opening it only shows; the one button says it. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { app } = asking(context);
  const asked = new URL(request.url).searchParams.get('say');
  const say: Coming = COMING.find((each) => each === asked) ?? 'yes';
  return { invitation: await readComing(app, params.token), say };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { app } = asking(context);
  const parsed = parseForm(comingForm, await readForm(request));
  if ('problems' in parsed) return data({ refused: 'Please choose one of the three.' }, { status: 422 });
  const answer = await sayByLink(app, params.token, parsed.values);
  if (answer === null) throw notFound();
  return isRefused(answer) ? data(answer, { status: 422 }) : { refused: null };
}

/** After a refusal too: the meeting may stand somewhere else by now. */
export const shouldRevalidate = () => true;

export const meta = () => [{ title: 'Do you mean to come? · Soak' }, { name: 'robots', content: 'noindex' }];

export const headers = () => ({ 'Referrer-Policy': 'no-referrer', 'Cache-Control': 'no-store' });

const BUTTONS: Record<Coming, string> = {
  yes: 'Yes, I mean to come',
  maybe: 'Maybe',
  no: 'No, not this time',
};
const SAID: Record<Coming, string> = {
  yes: 'You said that you mean to come.',
  maybe: 'You said maybe.',
  no: 'You said no for this time.',
};
const INSTEAD: Record<Coming, string> = { yes: 'Say yes', maybe: 'Say maybe', no: 'Say no' };

export default function Answer({ loaderData: { invitation, say }, actionData }: Route.ComponentProps) {
  return (
    <>
      <TopBar />
      <PlainPage>
        {invitation === null ? (
          <>
            <h1>This link leads nowhere any more</h1>
            <p className="lead">
              Perhaps a part of it is missing, or the meeting is gone. Nothing was changed.
            </p>
          </>
        ) : (
          <Invitation {...invitation} say={say} refused={actionData?.refused} />
        )}
      </PlainPage>
    </>
  );
}

function Invitation({
  name,
  title,
  startsAt,
  minutes,
  zone,
  answer,
  closed,
  say,
  refused,
}: NonNullable<Route.ComponentProps['loaderData']['invitation']> & {
  say: Coming;
  refused: string | null | undefined;
}) {
  const end = Date.parse(startsAt) + minutes * 60_000;
  return (
    <>
      <h1>{title}</h1>
      <p className="lead">
        <WhenSpan start={startsAt} end={end} zone={zone} />
      </p>
      {answer !== null && <p role="status">{SAID[answer]}</p>}
      <Refusal sentence={refused} />
      {closed !== null ? (
        <p>{closed}</p>
      ) : (
        <>
          {answer !== say && (
            <Form method="post" className="acts">
              <input type="hidden" name="say" value={say} />
              <input type="hidden" name="startsAt" value={startsAt} />
              <button type="submit" className="btn main">
                {BUTTONS[say]}
              </button>
            </Form>
          )}
          <p className="answer-instead">
            {COMING.filter((each) => each !== say && each !== answer).map((each) => (
              <Link key={each} className="link" to={`?say=${each}`}>
                {INSTEAD[each]}
              </Link>
            ))}
          </p>
          <p className="quietly">
            This link is {name}’s. Those who plan the meeting see the answer; you can change it until the
            meeting ends. It says nothing about whether you were there.
          </p>
        </>
      )}
    </>
  );
}
