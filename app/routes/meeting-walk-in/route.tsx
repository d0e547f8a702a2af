import { data, Form, Link, redirect } from 'react-router';
import { z } from 'zod';
import { PlainPage } from '#app/components/page.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import { SegChoice } from '#app/components/seg.tsx';
import { TopBar } from '#app/components/top-bar.tsx';
import { asking, requirePerson } from '#app/context.ts';
import { HOW_WORDS, MODE_WORDS } from '#domain/attendance/markers.ts';
import { ATTENDANCE_HOW, ATTENDANCE_MODES } from '#domain/meeting/attendance.ts';
import { isRefused } from '#domain/refused.ts';
import { readWalkIn, walkIn } from '#server/attendance/walk-in.ts';
import { parseForm } from '#server/doors/parse-form.ts';
import { readForm } from '#server/doors/read-form.ts';
import { identifyGuest } from '#server/guests/identify-guest.ts';
import type { Route } from './+types/route';

/** Somebody signed in, whose device it then is, or a guest of the room (A9). */
async function requireAnyone(context: Route.LoaderArgs['context'], request: Request) {
  const { app, person } = asking(context);
  const guest = person ? null : await identifyGuest(app, request.headers.get('cookie'));
  return guest ? { app, person: guest } : requirePerson(context, request);
}

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { app, person } = await requireAnyone(context, request);
  return readWalkIn(app, person, params.id, request);
}

const statementForm = z.discriminatedUnion('intent', [
  z.strictObject({ intent: z.literal('note'), how: z.enum(ATTENDANCE_HOW), mode: z.enum(ATTENDANCE_MODES) }),
  // the row of choices comes along with the button that removes
  z.strictObject({
    intent: z.literal('remove'),
    how: z.enum(ATTENDANCE_HOW).optional(),
    mode: z.enum(ATTENDANCE_MODES).optional(),
  }),
]);

/** Without a line of script: the device may be anybody's. */
export async function action({ context, request, params }: Route.ActionArgs) {
  const { app, person } = await requireAnyone(context, request);
  const parsed = parseForm(statementForm, await readForm(request));
  if ('problems' in parsed)
    return data({ refused: 'That was not understood. Please choose again.' }, { status: 422 });
  const { values } = parsed;
  const statement = values.intent === 'note' ? { how: values.how, mode: values.mode } : null;
  const done = await walkIn(app, person, params.id, request, statement);
  if (isRefused(done)) return data({ refused: done.refused }, { status: 422 });
  return redirect(`/meetings/${params.id}/walk-in`, { headers: { 'Set-Cookie': done.cookie } });
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: loaderData ? `Walked in · ${loaderData.title} · Soak` : 'Soak' },
];

/** For those who walked in and have no account: once per device, in a count of people whose team is not known (A9). */
export default function WalkIn({
  loaderData: { meeting, title, may, stated },
  actionData,
}: Route.ComponentProps) {
  return (
    <>
      <TopBar />
      <PlainPage>
        <h1>Walked in?</h1>
        <p className="lead">
          Welcome to “{title}”. If you have no account here and like to, note that you came. Once on this
          device; no name, no team, no time is kept.
        </p>
        <Refusal sentence={actionData?.refused ?? (may === true ? null : may.refused)} />
        {may === true && (
          <Form method="post" className="form">
            <SegChoice
              label="How you came"
              name="how"
              options={[
                { value: 'choice', words: 'By choice' },
                { value: 'asked', words: 'I was asked' },
              ]}
              chosen={stated?.how ?? 'choice'}
            />
            <SegChoice
              label="Where you were"
              name="mode"
              options={[
                { value: 'room', words: 'In the room' },
                { value: 'remote', words: 'Remote' },
                { value: 'later', words: 'Read later' },
              ]}
              chosen={stated?.mode ?? 'room'}
            />
            <p role="status">
              {stated
                ? `Noted from this device: ${HOW_WORDS[stated.how]}, ${MODE_WORDS[stated.mode]}. Thank you for coming.`
                : 'Nothing is noted from this device.'}
            </p>
            <div className="acts">
              <button type="submit" name="intent" value="note" className="btn main">
                {stated ? 'Change it' : 'Note it'}
              </button>
              {stated && (
                <button type="submit" name="intent" value="remove" className="btn">
                  Remove it for good
                </button>
              )}
            </div>
          </Form>
        )}
        <p className="hint">
          <Link className="link" to={`/meetings/${meeting}`}>
            Back to the meeting
          </Link>
        </p>
      </PlainPage>
    </>
  );
}
