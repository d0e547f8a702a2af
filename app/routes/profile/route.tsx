import { data, Link } from 'react-router';
import { PlainPage, Ruled } from '#app/components/page.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import { TopBar } from '#app/components/top-bar.tsx';
import { asking, requirePerson } from '#app/context.ts';
import { isRefused } from '#domain/refused.ts';
import { parseForm } from '#server/doors/parse-form.ts';
import { readForm } from '#server/doors/read-form.ts';
import { notFound } from '#server/not-found.ts';
import { changePassword } from '#server/people/change-password.ts';
import { changeProfile } from '#server/people/change-profile.ts';
import { listOwnSignIns, revokeSignIn } from '#server/people/own-sign-ins.ts';
import { profileForm } from '#server/people/profile-form.ts';
import { endToken, issueToken, listOwnTokens } from '#server/tokens/own-tokens.ts';
import type { Route } from './+types/route';
import { FaceForm } from './face-form.tsx';
import { OwnData } from './own-data.tsx';
import { PasswordForm } from './password-form.tsx';
import { SignIns } from './sign-ins.tsx';
import { Tokens } from './tokens.tsx';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { app, person } = requirePerson(context, request);
  const { name, email, zone, faceLetters, faceHue, role } = person;
  const [signIns, tokens] = await Promise.all([listOwnSignIns(app, person), listOwnTokens(app, person)]);
  return { me: { name, email, zone, faceLetters, faceHue, role }, signIns, tokens };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { app, person } = requirePerson(context, request);
  const { address } = asking(context);
  const parsed = parseForm(profileForm, await readForm(request));
  if ('problems' in parsed) {
    const { present: _, next: __, ...given } = parsed.given;
    return data({ problems: parsed.problems, given, said: null, token: null }, { status: 422 });
  }
  const { values } = parsed;
  switch (values.intent) {
    case 'profile':
      await changeProfile(app, person, values);
      return said('Kept.');
    case 'revoke':
      if (!(await revokeSignIn(app, person, values.signIn))) throw notFound();
      return said('That sign-in has ended.');
    case 'password': {
      const answer = await changePassword(app, person, { ...values, address });
      if (isRefused(answer))
        return data(
          { problems: { present: answer.refused }, given: {}, said: null, token: null },
          { status: 422 },
        );
      return said('You have a new password, and are signed out everywhere else.');
    }
    case 'make-token': {
      const answer = await issueToken(app, person, values);
      if (isRefused(answer))
        return data(
          {
            problems: { token: answer.refused },
            given: { ...values, days: String(values.days) },
            said: null,
            token: null,
          },
          { status: 422 },
        );
      // shown this once: no copy of the page is kept on the way
      return data(
        { problems: {}, given: {}, said: null, token: answer.words },
        { headers: { 'Cache-Control': 'no-store' } },
      );
    }
    case 'end-token':
      if (!(await endToken(app, person, values.token))) throw notFound();
      return said('That token has ended, and what it had opened is closed.');
  }
}

const said = (sentence: string) => data({ problems: {}, given: {}, said: sentence, token: null });

export const headers: Route.HeadersFunction = ({ actionHeaders }) => actionHeaders;

export const meta = () => [{ title: 'Profile · Soak' }];

export default function Profile({ loaderData: { me, signIns, tokens }, actionData }: Route.ComponentProps) {
  const problems: Record<string, string> = actionData?.problems ?? {};
  const given: Record<string, string> = actionData?.given ?? {};
  return (
    <>
      <TopBar />
      <PlainPage>
        <h1>Profile</h1>
        <p className="lead">You sign in as {me.email}.</p>
        {actionData?.said && <p role="status">{actionData.said}</p>}
        <Refusal sentence={problems.form ?? problems.intent} />
        <FaceForm me={me} given={given} problems={problems} />
        <PasswordForm problems={problems} email={me.email} />
        <section>
          <Ruled>Meetings in your calendar</Ruled>
          <p>
            <Link className="link" to="/profile/calendar">
              Addresses your calendar program reads
            </Link>
          </p>
        </section>
        <OwnData />
        <SignIns signIns={signIns} />
        <Tokens
          tokens={tokens}
          made={actionData?.token ?? null}
          role={me.role}
          problems={problems}
          given={given}
        />
      </PlainPage>
    </>
  );
}
