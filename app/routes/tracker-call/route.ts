import { asking } from '#app/context.ts';
import { takeCall } from '#server/trackers/take-call.ts';
import type { Route } from './+types/route';

/** `POST /trackers/:id/hook`: a tracker tells of a change. No sign-in; its signature is all it has. */
export async function action({ context, params, request }: Route.ActionArgs) {
  const { app } = asking(context);
  if (request.method !== 'POST')
    return new Response('Trackers post here.', { status: 405, headers: { Allow: 'POST' } });
  const taken = await takeCall(app, params.id, {
    header: (name) => request.headers.get(name) ?? '',
    body: await request.text(),
  });
  return taken.status === 204
    ? new Response(null, { status: 204 })
    : new Response(taken.sentence, { status: taken.status });
}

export const loader = () => new Response('Trackers post here.', { status: 405, headers: { Allow: 'POST' } });
