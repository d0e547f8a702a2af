import { data, Form, Link, redirect } from 'react-router';
import { z } from 'zod';
import { TextField } from '#app/components/field.tsx';
import { PlainPage } from '#app/components/page.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import { TopBar } from '#app/components/top-bar.tsx';
import { asking } from '#app/context.ts';
import { isRefused } from '#domain/refused.ts';
import { optionalLine } from '#server/doors/fields.ts';
import { parseForm } from '#server/doors/parse-form.ts';
import { readForm } from '#server/doors/read-form.ts';
import { safeRedirect } from '#server/doors/safe-redirect.ts';
import { triedPassword } from '#server/people/fields.ts';
import { TooBusy } from '#server/people/password.server.ts';
import { signIn } from '#server/people/sign-in.ts';
import { readSignInCookie, signInCookie } from '#server/people/sign-in-cookie.ts';
import type { Route } from './+types/route';
import { DemoPeople } from './demo-people.tsx';

const signInForm = z.strictObject({
  email: z.string('Please give your e-mail address.').max(1_000, 'That is longer than any address here.'),
  password: triedPassword(),
  redirectTo: optionalLine(2_000),
});

export function loader({ context, request }: Route.LoaderArgs) {
  const { app, person } = asking(context);
  const { searchParams } = new URL(request.url);
  const redirectTo = safeRedirect(searchParams.get('redirectTo'));
  if (person) throw redirect(redirectTo);
  const isErased = searchParams.get('erased') === 'yes';
  return { redirectTo, isErased, demo: app.demo?.people ?? null };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { app, address } = asking(context);
  const form = await readForm(request);
  const parsed = parseForm(signInForm, form);
  const given = { email: String(form.get('email') ?? '').slice(0, 254) };
  if ('problems' in parsed) return data({ problems: parsed.problems, given }, { status: 422 });
  const { email, password, redirectTo } = parsed.values;
  const attempt = {
    email,
    password,
    address,
    device: request.headers.get('user-agent') ?? '',
    formerToken: readSignInCookie(request.headers.get('cookie'), app.origin),
  };
  try {
    const answer = await signIn(app, attempt);
    if (isRefused(answer)) return data({ problems: { form: answer.refused }, given }, { status: 422 });
    const headers = { 'Set-Cookie': signInCookie(answer.token, app.origin) };
    return redirect(safeRedirect(redirectTo), { status: 303, headers });
  } catch (error) {
    if (!(error instanceof TooBusy)) throw error;
    return data(
      { problems: { form: MANY_AT_ONCE }, given },
      { status: 503, headers: { 'Retry-After': '3' } },
    );
  }
}

const MANY_AT_ONCE = 'Many people are signing in at this moment. Please try again in a few seconds.';

export const meta = () => [{ title: 'Sign in · Soak' }];

export default function SignIn({ loaderData, actionData }: Route.ComponentProps) {
  const problems: Record<string, string> = actionData?.problems ?? {};
  return (
    <>
      <TopBar />
      <PlainPage>
        <h1>Sign in</h1>
        {loaderData.isErased && !actionData && (
          <p role="status">You have been erased, as you asked, and are signed out everywhere.</p>
        )}
        {loaderData.demo && <DemoPeople people={loaderData.demo} redirectTo={loaderData.redirectTo} />}
        {loaderData.demo && <h2>Or by address</h2>}
        <Form method="post" className="form" reloadDocument>
          <Refusal sentence={problems.form} />
          <input type="hidden" name="redirectTo" value={loaderData.redirectTo} />
          <TextField
            label="E-mail"
            name="email"
            type="email"
            autoComplete="username"
            required
            defaultValue={actionData?.given.email}
            refused={problems.email}
          />
          <TextField
            label="Password"
            name="password"
            type="password"
            autoComplete="current-password"
            required
            refused={problems.password}
          />
          <div className="acts">
            <button type="submit" className="btn main">
              Sign in
            </button>
          </div>
          <p className="quietly small">
            Forgotten? An administrator can give you a link to choose a new one.
          </p>
          <p className="quietly small">
            No account, but a meeting’s code?{' '}
            <Link className="link" to="/guest">
              Join as a guest
            </Link>
          </p>
        </Form>
      </PlainPage>
    </>
  );
}
