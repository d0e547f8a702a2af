import { requirePerson } from '#app/context.ts';
import { noteOwnRead } from '#server/attendance/note-read.ts';
import { notFound } from '#server/not-found.ts';
import { whenItCanStore } from '#server/when-it-can-store.ts';
import type { Route } from './+types/route';

/** `POST /reviews/:id/read`: the page has been in front of its reader's eyes for 20 s (R1). 204, whatever became of it. */
export async function action({ context, request, params }: Route.ActionArgs) {
  const { app, person } = requirePerson(context, request);
  await whenItCanStore(noteOwnRead(app, person, params.id));
  return new Response(null, { status: 204 });
}

export function loader(): never {
  throw notFound();
}
