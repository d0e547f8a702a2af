import { data, Form, Link, redirect } from 'react-router';
import { z } from 'zod';
import { TextField } from '#app/components/field.tsx';
import { PlainPage } from '#app/components/page.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import { TopBar } from '#app/components/top-bar.tsx';
import { asking } from '#app/context.ts';
import { codeShown, LONGEST_GUEST_NAME, readCode } from '#domain/meeting/guests.ts';
import { isRefused } from '#domain/refused.ts';
import { line } from '#server/doors/fields.ts';
import { parseForm } from '#server/doors/parse-form.ts';
import { readForm } from '#server/doors/read-form.ts';
import { guestCookie } from '#server/guests/guest-cookie.ts';
import { identifyGuest } from '#server/guests/identify-guest.ts';
import { joinByCode } from '#server/guests/join-by-code.ts';
import type { Route } from './+types/route';

const guestForm = z.strictObject({
  code: line(40, 'Please give the code: eight letters and figures.'),
  name: line(LONGEST_GUEST_NAME, 'Please give a name. Any name will do.'),
});

/** Only fills in the code: whether it fits is told to whoever sends it, a few times (G3). */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { app, person } = asking(context);
  const code = readCode(new URL(request.url).searchParams.get('code') ?? '');
  const guest = person ? null : await identifyGuest(app, request.headers.get('cookie'));
  return {
    code: code === null ? '' : codeShown(code),
    signedIn: person?.name ?? null,
    inside: guest && { name: guest.name, meeting: guest.guestOf },
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { app, person, address } = asking(context);
  const parsed = parseForm(guestForm, await readForm(request));
  if ('problems' in parsed) return data({ problems: parsed.problems, given: parsed.given }, { status: 422 });
  if (person)
    return data({ problems: { form: signedInWords(person.name) }, given: parsed.values }, { status: 422 });
  const inside = await identifyGuest(app, request.headers.get('cookie'));
  const joined = await joinByCode(app, { ...parsed.values, address, inside });
  if (isRefused(joined))
    return data({ problems: { code: joined.refused }, given: parsed.values }, { status: 422 });
  return redirect(`/meetings/${joined.meeting}`, {
    status: 303,
    headers: joined.words === null ? {} : { 'Set-Cookie': guestCookie(joined.words, app.origin) },
  });
}

const signedInWords = (name: string) =>
  `You are signed in here as ${name}. The room is open to you from the meeting’s page, with all you may read; guests come without an account.`;

export const meta: Route.MetaFunction = () => [
  { title: 'Join a meeting · Soak' },
  { name: 'robots', content: 'noindex' },
];

export const headers: Route.HeadersFunction = () => ({ 'Cache-Control': 'no-store' });

export default function GuestDoor({ loaderData, actionData }: Route.ComponentProps) {
  const { code, inside, signedIn } = loaderData;
  const problems: Readonly<Record<string, string>> = actionData?.problems ?? {};
  const given: Readonly<Record<string, unknown>> = actionData?.given ?? {};
  return (
    <>
      <TopBar />
      <PlainPage>
        <h1>Join a meeting</h1>
        {signedIn !== null ? (
          <p className="lead">
            {signedInWords(signedIn)}{' '}
            <Link className="link" to="/">
              To your day
            </Link>
          </p>
        ) : (
          <>
            {inside && (
              <p>
                You are in a meeting already, as {inside.name}.{' '}
                <Link className="link" to={`/meetings/${inside.meeting}`}>
                  Back to it
                </Link>
              </p>
            )}
            <Form method="post" className="form" reloadDocument>
              <p className="lead">You need no account. The code is on the wall, or facilitators tell it.</p>
              <Refusal sentence={problems.form} />
              <TextField
                label="Code"
                name="code"
                required
                autoComplete="off"
                autoCapitalize="characters"
                spellCheck={false}
                maxLength={40}
                defaultValue={String(given.code ?? code)}
                refused={problems.code}
              />
              <TextField
                label="Your name in this meeting"
                name="name"
                required
                autoComplete="nickname"
                maxLength={LONGEST_GUEST_NAME}
                hint="Everyone in the room sees it. A day after the meeting it is gone; what you noted then reads “A guest”."
                defaultValue={String(given.name ?? '')}
                refused={problems.name}
              />
              <div className="acts">
                <button type="submit" className="btn main">
                  Come in
                </button>
              </div>
              <p className="quietly small">
                You see what is on stage, may raise a hand, answer, write and note. Nothing else here is open
                to you, and one cookie remembers you until the meeting is over.
              </p>
            </Form>
          </>
        )}
      </PlainPage>
    </>
  );
}
