import { requireProgram } from '#app/context.ts';
import { offerReaders } from '#server/comments/offer-readers.ts';
import type { Route } from './+types/route';

/** `GET /reviews/:id/readers.json?q=…`: whom a comment on this review can name; a few at a time. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { app, person } = requireProgram(context);
  const asked = new URL(request.url).searchParams.get('q') ?? '';
  return Response.json(await offerReaders(app, person, params.id, asked.slice(0, 80)), {
    headers: { 'Cache-Control': 'no-store' },
  });
}
