import { type FormEvent, useRef } from 'react';
import { data, Form, Link, redirect, useSubmit } from 'react-router';
import { z } from 'zod';
import { useBeforeWiping } from '#app/components/before-wiping.tsx';
import { ErasedWhat } from '#app/components/erased-what.tsx';
import { TextField } from '#app/components/field.tsx';
import { PlainPage } from '#app/components/page.tsx';
import { TopBar } from '#app/components/top-bar.tsx';
import { requirePerson } from '#app/context.ts';
import { isRefused } from '#domain/refused.ts';
import { line } from '#server/doors/fields.ts';
import { parseForm } from '#server/doors/parse-form.ts';
import { readForm } from '#server/doors/read-form.ts';
import { eraseSelf } from '#server/own/erase-person.ts';
import type { Route } from './+types/route';

export function loader({ context, request }: Route.LoaderArgs) {
  const { person } = requirePerson(context, request);
  return { id: person.id, name: person.name };
}

const eraseForm = z.strictObject({ name: line(80, 'Please type your name.') });

export async function action({ context, request }: Route.ActionArgs) {
  const { app, person } = requirePerson(context, request);
  const parsed = parseForm(eraseForm, await readForm(request));
  if ('problems' in parsed)
    return data({ refused: parsed.problems.name ?? 'Please type your name.' }, { status: 422 });
  const done = await eraseSelf(app, person, parsed.values.name);
  if (isRefused(done)) return data({ refused: done.refused }, { status: 422 });
  throw redirect(ERASED);
}

/** Tells the page that it was done from an answer that asks to sign in first. */
const ERASED = '/sign-in?erased=yes';

export const meta = () => [{ title: 'Erase what Soak holds of you · Soak' }];

/** P12, confirmed in words: works without a line of script. */
export default function EraseSelf({ loaderData: { id, name }, actionData }: Route.ComponentProps) {
  const { onSubmit, question } = useErasing(id);
  return (
    <>
      <TopBar />
      <PlainPage>
        <h1>Erase yourself</h1>
        <p className="lead">
          This cannot be undone. You are signed out everywhere, and cannot come in again.
        </p>
        <ErasedWhat />
        <p>
          You may like to{' '}
          <a className="link" href="/profile/mine.json" download>
            take everything along
          </a>{' '}
          first.
        </p>
        <Form method="post" className="form" onSubmit={onSubmit}>
          <TextField
            label={`Type your name, “${name}”, to confirm`}
            name="name"
            autoComplete="off"
            required
            refused={actionData?.refused}
          />
          <div className="acts">
            <button type="submit" className="btn">
              Erase me for good
            </button>
            <Link className="btn quiet" to="/profile">
              Leave it
            </Link>
          </div>
        </Form>
        {question}
      </PlainPage>
    </>
  );
}

/** What this browser keeps of the person goes too, once the server has done its part. */
function useErasing(person: string) {
  const submit = useSubmit();
  const form = useRef<HTMLFormElement>(null);
  const { begin, question } = useBeforeWiping(person, {
    deed: 'erasing yourself',
    anyway: 'Erase me, and them',
    leave: async () => {
      await submit(form.current);
      return location.pathname + location.search === ERASED;
    },
  });
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    form.current = event.currentTarget;
    begin();
  };
  return { onSubmit, question };
}
