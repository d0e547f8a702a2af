import { requirePerson } from '#app/context.ts';
import { findMessagesFor } from '#server/evidence/find-messages.ts';
import type { Route } from './+types/route';

/** `GET /reviews/:id/evidence/find.json?q=` or `?ids=`: messages to quote, and those that were linked a moment ago. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { app, person } = requirePerson(context, request);
  const asked = new URL(request.url).searchParams;
  const ids = (asked.get('ids') ?? '').split(',').filter(Boolean);
  const messages = await findMessagesFor(app, person, params.id, { words: asked.get('q') ?? '', ids });
  return Response.json({ messages });
}
