import './call-on.css';
import { data, Form, Link } from 'react-router';
import { z } from 'zod';
import { spanOf, zoneWords } from '#app/components/clock-words.ts';
import { PlainPage } from '#app/components/page.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import { TopBar } from '#app/components/top-bar.tsx';
import { requirePerson } from '#app/context.ts';
import { CALL_ON, CALL_ON_WORDS } from '#domain/meeting/call-on.ts';
import { MINUTE_MS } from '#domain/meeting/timer.ts';
import { isRefused } from '#domain/refused.ts';
import { parseForm } from '#server/doors/parse-form.ts';
import { readForm } from '#server/doors/read-form.ts';
import { answerByLink, readCallOnLink } from '#server/meetings/call-on.ts';
import { notFound } from '#server/not-found.ts';
import type { Route } from './+types/route';

const answerForm = z.strictObject({ answer: z.enum([...CALL_ON, 'none']) });

/** P11: opening it changes nothing; it is its recipient's alone, signed in. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { app, person } = requirePerson(context, request);
  const found = await readCallOnLink(app, person, params.token);
  if (found === null) throw notFound();
  const { meeting, reviewTitle, answer, open } = found;
  return {
    title: meeting.plan.title || reviewTitle,
    room: `/meetings/${meeting.id}`,
    startsAt: meeting.plan.startsAt.getTime(),
    minutes: meeting.plan.minutes,
    zone: person.zone,
    answer,
    open,
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { app, person } = requirePerson(context, request);
  const parsed = parseForm(answerForm, await readForm(request));
  if ('problems' in parsed) return data({ refused: 'Please choose one of the answers.' }, { status: 422 });
  const { answer } = parsed.values;
  const done = await answerByLink(app, person, params.token, answer === 'none' ? null : answer);
  if (isRefused(done)) return data({ refused: done.refused }, { status: 422 });
  return data({ refused: null });
}

export const meta: Route.MetaFunction = () => [{ title: 'May I call on you? · Soak' }];

export default function CallOnPage({ loaderData, actionData }: Route.ComponentProps) {
  const { title, startsAt, minutes, zone, answer, open, room } = loaderData;
  return (
    <>
      <TopBar />
      <PlainPage>
        <h1>May the facilitator call on you?</h1>
        <p className="lead">
          {title}, {spanOf(startsAt, startsAt + minutes * MINUTE_MS, zone)} ({zoneWords(zone)})
        </p>
        <p>
          Some like to be asked, some would rather speak by themselves. Every answer is fine. Only the
          facilitators of this meeting see it, you can change it until the meeting is over, and a day later it
          is gone.
        </p>
        <Refusal sentence={actionData?.refused} />
        {open ? (
          <Form method="post" className="form">
            <fieldset className="acts call-on-answers">
              <legend className="sr">Your answer</legend>
              {CALL_ON.map((one) => (
                <button
                  key={one}
                  type="submit"
                  name="answer"
                  value={one}
                  className={answer === one ? 'btn main' : 'btn'}
                  aria-pressed={answer === one}
                >
                  {CALL_ON_WORDS[one]}
                </button>
              ))}
            </fieldset>
            <p role="status">{answer === null ? 'Nothing said yet.' : `Kept: “${CALL_ON_WORDS[answer]}”.`}</p>
            {answer !== null && (
              <p>
                <button type="submit" name="answer" value="none" className="linkish quiet">
                  Take my answer back
                </button>
              </p>
            )}
          </Form>
        ) : (
          <p>This meeting is over, so nobody is called on any more.</p>
        )}
        <p>
          <Link className="link" to={room}>
            To the room
          </Link>
        </p>
      </PlainPage>
    </>
  );
}
