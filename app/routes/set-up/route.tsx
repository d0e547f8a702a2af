import { data, Form, redirect } from 'react-router';
import { z } from 'zod';
import { TextField } from '#app/components/field.tsx';
import { NewPasswordField } from '#app/components/new-password-field.tsx';
import { PlainPage } from '#app/components/page.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import { TopBar } from '#app/components/top-bar.tsx';
import { ZoneField } from '#app/components/zone-field.tsx';
import { asking } from '#app/context.ts';
import { LINK_IS_SPENT } from '#domain/link-is-spent.ts';
import { isRefused } from '#domain/refused.ts';
import { line, zone } from '#server/doors/fields.ts';
import { parseForm } from '#server/doors/parse-form.ts';
import { readForm } from '#server/doors/read-form.ts';
import { notFound } from '#server/not-found.ts';
import { emailAddress, newPassword } from '#server/people/fields.ts';
import { readLink } from '#server/people/one-time-link.ts';
import { setUpWorkspace } from '#server/people/set-up-workspace.ts';
import { signInCookie } from '#server/people/sign-in-cookie.ts';
import type { Route } from './+types/route';

const setUpForm = z.strictObject({
  workspaceName: line(80, 'Please give it a name; your organisation’s will do.'),
  zone: zone(),
  name: line(80, 'Please give your name.'),
  email: emailAddress(),
  password: newPassword(),
});

/** Only looks: the link is used up by the form. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { app } = asking(context);
  return { works: (await readLink(app, app.db, 'set-up', params.token)) !== null };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { app } = asking(context);
  const link = await readLink(app, app.db, 'set-up', params.token);
  if (!link) throw notFound();
  const parsed = parseForm(setUpForm, await readForm(request));
  if ('problems' in parsed) {
    const { password: _, ...given } = parsed.given;
    return data({ problems: parsed.problems, given }, { status: 422 });
  }
  const device = request.headers.get('user-agent') ?? '';
  const answer = await setUpWorkspace(app, link, { ...parsed.values, device });
  if (isRefused(answer)) return data({ problems: { form: answer.refused }, given: {} }, { status: 422 });
  const headers = { 'Set-Cookie': signInCookie(answer.token, app.origin) };
  return redirect('/settings/people', { status: 303, headers });
}

export const meta = () => [{ title: 'Set up · Soak' }];

export default function SetUp({ loaderData, actionData }: Route.ComponentProps) {
  const problems: Record<string, string> = actionData?.problems ?? {};
  const given: Record<string, string> = actionData?.given ?? {};
  return (
    <>
      <TopBar />
      <PlainPage>
        <h1>Set up this workspace</h1>
        {!loaderData.works && <Refusal sentence={problems.form ?? LINK_IS_SPENT} />}
        {loaderData.works && (
          <Form method="post" className="form" reloadDocument>
            <p className="lead">You become its administrator, and can invite everybody else in a moment.</p>
            <Refusal sentence={problems.form} />
            <TextField
              label="What it is called"
              name="workspaceName"
              required
              defaultValue={given.workspaceName}
              refused={problems.workspaceName}
            />
            <ZoneField label="Its time zone" name="zone" zone={given.zone ?? 'UTC'} refused={problems.zone} />
            <TextField
              label="Your name"
              name="name"
              autoComplete="name"
              required
              defaultValue={given.name}
              refused={problems.name}
            />
            <TextField
              label="Your e-mail"
              name="email"
              type="email"
              autoComplete="username"
              required
              defaultValue={given.email}
              refused={problems.email}
            />
            <NewPasswordField label="A password" refused={problems.password} />
            <div className="acts">
              <button type="submit" className="btn main">
                Set up and come in
              </button>
            </div>
          </Form>
        )}
      </PlainPage>
    </>
  );
}
