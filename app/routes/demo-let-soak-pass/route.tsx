import { data, Link, redirect } from 'react-router';
import { z } from 'zod';
import { PlainPage } from '#app/components/page.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import { TopBar } from '#app/components/top-bar.tsx';
import { requirePerson } from '#app/context.ts';
import { isRefused } from '#domain/refused.ts';
import { letSoakPass } from '#server/demo/let-soak-pass.ts';
import { parseForm } from '#server/doors/parse-form.ts';
import { readForm } from '#server/doors/read-form.ts';
import { notFound } from '#server/not-found.ts';
import type { Route } from './+types/route';

const form = z.strictObject({ review: z.string() });

export function loader({ context, request }: Route.LoaderArgs) {
  const { app } = requirePerson(context, request);
  if (!app.demo) throw notFound();
  return null;
}

export async function action({ context, request }: Route.ActionArgs) {
  const { app, person } = requirePerson(context, request);
  const asked = parseForm(form, await readForm(request));
  const passed = await letSoakPass(app, person, 'values' in asked ? asked.values.review : undefined);
  if (isRefused(passed)) return data(passed, { status: 422 });
  return redirect(`/reviews/${passed.review}/actions`);
}

export const meta: Route.MetaFunction = () => [{ title: 'Let the soak pass · Soak' }];

export default function LetSoakPass({ actionData }: Route.ComponentProps) {
  return (
    <>
      <TopBar />
      <PlainPage>
        <h1>Not yet</h1>
        <Refusal
          sentence={
            actionData && 'refused' in actionData ? actionData.refused : 'Nothing was asked of the clock.'
          }
        />
        <p>
          <Link className="link" to="/">
            Go to your day
          </Link>
        </p>
      </PlainPage>
    </>
  );
}
