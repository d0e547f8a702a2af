import { data, Form, redirect } from 'react-router';
import { z } from 'zod';
import { NewPasswordField } from '#app/components/new-password-field.tsx';
import { PlainPage } from '#app/components/page.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import { TopBar } from '#app/components/top-bar.tsx';
import { asking } from '#app/context.ts';
import { LINK_IS_SPENT } from '#domain/link-is-spent.ts';
import { isRefused } from '#domain/refused.ts';
import { parseForm } from '#server/doors/parse-form.ts';
import { readForm } from '#server/doors/read-form.ts';
import { notFound } from '#server/not-found.ts';
import { acceptLink, readPersonalLink } from '#server/people/accept-link.ts';
import { newPassword } from '#server/people/fields.ts';
import { signInCookie } from '#server/people/sign-in-cookie.ts';
import type { Route } from './+types/route';

const passwordForm = z.strictObject({ password: newPassword() });

/** Only looks: the link is used up by the form. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const found = await readPersonalLink(asking(context).app, 'password', params.token);
  return { email: found?.person.email ?? null };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { app } = asking(context);
  const found = await readPersonalLink(app, 'password', params.token);
  if (!found) throw notFound();
  const parsed = parseForm(passwordForm, await readForm(request));
  if ('problems' in parsed) return data({ problems: parsed.problems }, { status: 422 });
  const device = request.headers.get('user-agent') ?? '';
  const answer = await acceptLink(app, found, { ...parsed.values, device });
  if (isRefused(answer)) return data({ problems: { form: answer.refused } }, { status: 422 });
  return redirect('/', { status: 303, headers: { 'Set-Cookie': signInCookie(answer.token, app.origin) } });
}

export const meta = () => [{ title: 'A new password · Soak' }];

export default function NewPassword({ loaderData: { email }, actionData }: Route.ComponentProps) {
  const problems: Record<string, string> = actionData?.problems ?? {};
  return (
    <>
      <TopBar />
      <PlainPage>
        <h1>A new password</h1>
        {email === null && <Refusal sentence={problems.form ?? LINK_IS_SPENT} />}
        {email !== null && (
          <Form method="post" className="form" reloadDocument>
            <p className="lead">
              For {email}. Everywhere else you are signed in, you will be signed out, and your tokens for
              programs end.
            </p>
            <Refusal sentence={problems.form} />
            <NewPasswordField label="A new password" whose={email} refused={problems.password} />
            <div className="acts">
              <button type="submit" className="btn main">
                Keep it and come in
              </button>
            </div>
          </Form>
        )}
      </PlainPage>
    </>
  );
}
