import { requireInRoom } from '#app/context.ts';
import { readInputs } from '#server/meetings/inputs/read-inputs.ts';
import type { Route } from './+types/route';

/** `GET /meetings/:id/inputs.json?stage=…`: what a stage has shown, whole; whether some have come into its box; signals for those who steer. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { app, person } = await requireInRoom(context, request);
  const stage = new URL(request.url).searchParams.get('stage');
  return Response.json(await readInputs(app, person, params.id, stage), {
    headers: { 'Cache-Control': 'no-store' },
  });
}
