import { redirect } from 'react-router';
import { requirePerson } from '#app/context.ts';
import { findTakenOut } from '#server/history/find-taken-out.ts';
import type { Route } from './+types/route';

/** On to the version that still has words which were taken out again. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { app, person } = requirePerson(context, request);
  const seq = await findTakenOut(app, person, params.id, new URL(request.url).searchParams);
  return redirect(`/reviews/${params.id}/history/${seq}`);
}
