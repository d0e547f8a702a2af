import { requirePerson } from '#app/context.ts';
import { parseForm } from '#server/doors/parse-form.ts';
import { readForm } from '#server/doors/read-form.ts';
import { answerRescued, rescueAnswer } from '#server/rescued/answer-rescued.ts';
import { listRescued } from '#server/rescued/list-rescued.ts';
import type { Route } from './+types/route';

/** `GET /reviews/:id/rescued.json`: one's own words that found no place. `POST`: put them back, or let them go. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { app, person } = requirePerson(context, request);
  return Response.json(await listRescued(app, person, params.id));
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { app, person } = requirePerson(context, request);
  const answer = parseForm(rescueAnswer, await readForm(request));
  // what is wrong with an answer is told to those alone who may see the review
  if ('problems' in answer) await listRescued(app, person, params.id);
  if ('problems' in answer) return Response.json({ refused: 'This is no answer.' }, { status: 422 });
  return Response.json(await answerRescued(app, person, params.id, answer.values));
}
