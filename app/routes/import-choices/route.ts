import { requirePerson } from '#app/context.ts';
import { readForm } from '#server/doors/read-form.ts';
import { keepChoices } from '#server/import/keep-choices.ts';
import { notFound } from '#server/not-found.ts';
import type { Route } from './+types/route';

/** `POST /reviews/import/:import/choices`: what the preview's form says so far, kept until it is decided. 204. */
export async function action({ context, request, params }: Route.ActionArgs) {
  const { app, person } = requirePerson(context, request);
  await keepChoices(app, person, params.import, await readForm(request));
  return new Response(null, { status: 204 });
}

export function loader(): never {
  throw notFound();
}
