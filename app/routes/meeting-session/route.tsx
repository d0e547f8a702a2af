import { requireProgram } from '#app/context.ts';
import { readSessionBoard } from '#server/actions/read-session-board.ts';
import type { Route } from './+types/route';

/** `GET /meetings/:id/session.json`: what an action session works on: captures, opened ideas with their decisions, who may own an item. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { app, person } = requireProgram(context);
  return Response.json(await readSessionBoard(app, person, params.id), {
    headers: { 'Cache-Control': 'no-store' },
  });
}
