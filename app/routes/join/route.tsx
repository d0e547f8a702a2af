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
import { acceptLink, readPersonalLink } from '#server/people/accept-link.ts';
import { newPassword } from '#server/people/fields.ts';
import { signInCookie } from '#server/people/sign-in-cookie.ts';
import { workspaceZone } from '#server/people/workspace-zone.ts';
import type { Route } from './+types/route';

const joinForm = z.strictObject({
  name: line(80, 'Please give your name.'),
  zone: zone(),
  password: newPassword(),
});

/** Only looks: the link is used up by the form. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { app } = asking(context);
  const found = await readPersonalLink(app, 'join', params.token);
  return {
    person: found && { name: found.person.name, email: found.person.email },
    zone: await workspaceZone(app),
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { app } = asking(context);
  const found = await readPersonalLink(app, 'join', params.token);
  if (!found) throw notFound();
  const parsed = parseForm(joinForm, await readForm(request));
  if ('problems' in parsed) {
    const { password: _, ...given } = parsed.given;
    return data({ problems: parsed.problems, given }, { status: 422 });
  }
  const answer = await acceptLink(app, found, {
    ...parsed.values,
    device: request.headers.get('user-agent') ?? '',
  });
  if (isRefused(answer)) return data({ problems: { form: answer.refused }, given: {} }, { status: 422 });
  return redirect('/', { status: 303, headers: { 'Set-Cookie': signInCookie(answer.token, app.origin) } });
}

export const meta = () => [{ title: 'Come in · Soak' }];

export default function Join({ loaderData: { person, zone }, actionData }: Route.ComponentProps) {
  const problems: Record<string, string> = actionData?.problems ?? {};
  const given: Record<string, string> = actionData?.given ?? {};
  return (
    <>
      <TopBar />
      <PlainPage>
        <h1>Come in</h1>
        {!person && <Refusal sentence={problems.form ?? LINK_IS_SPENT} />}
        {person && (
          <Form method="post" className="form" reloadDocument>
            <p className="lead">You sign in as {person.email} from now on.</p>
            <Refusal sentence={problems.form} />
            <TextField
              label="Your name"
              name="name"
              autoComplete="name"
              required
              defaultValue={given.name ?? person.name}
              refused={problems.name}
            />
            <ZoneField label="Where you are" name="zone" zone={given.zone ?? zone} refused={problems.zone} />
            <NewPasswordField label="A password" refused={problems.password} />
            <div className="acts">
              <button type="submit" className="btn main">
                Come in
              </button>
            </div>
          </Form>
        )}
      </PlainPage>
    </>
  );
}
