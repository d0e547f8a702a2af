import './route.css';
import { data, Form, Link, redirect } from 'react-router';
import { z } from 'zod';
import { ErasedWhen } from '#app/components/erased-when.tsx';
import { Tick } from '#app/components/field.tsx';
import { PlainPage, Ruled } from '#app/components/page.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import { ReviewPage, useReviewPage } from '#app/components/review-page.tsx';
import { requirePerson } from '#app/context.ts';
import { isRefused } from '#domain/refused.ts';
import { parseForm } from '#server/doors/parse-form.ts';
import { readForm } from '#server/doors/read-form.ts';
import { eraseForGood } from '#server/erasing/erase-for-good.ts';
import { readErasing } from '#server/erasing/read-erasing.ts';
import type { Route } from './+types/route';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { app, person } = requirePerson(context, request);
  const told = await readErasing(app, person, params.id);
  return { ...told, now: app.clock.now(), isDone: new URL(request.url).searchParams.has('done') };
}

const eraseForm = z.strictObject({
  epoch: z.coerce.number().int().min(1),
  sure: z.literal('on', { error: 'Look at the write-up first, then say so here.' }),
});

export async function action({ context, request, params }: Route.ActionArgs) {
  const { app, person } = requirePerson(context, request);
  const form = parseForm(eraseForm, await readForm(request));
  if ('problems' in form) {
    const refused = form.problems.sure ?? 'That was not understood. Load the page again.';
    return data({ refused }, { status: 422 });
  }
  const done = await eraseForGood(app, person, params.id, form.values.epoch);
  if (isRefused(done)) return data({ refused: done.refused }, { status: 422 });
  throw redirect(`/reviews/${params.id}/erase?done`);
}

export const meta = () => [{ title: 'Erase words for good · Soak' }];

export default function EraseWords({ loaderData, actionData }: Route.ComponentProps) {
  const { epoch, writingNow, last, now, isDone } = loaderData;
  const { id } = useReviewPage();
  const at = `/reviews/${id}`;
  return (
    <ReviewPage>
      <PlainPage>
        <div>
          <h1>Erase words for good</h1>
          <p className="lead">
            Whatever has been deleted from this write-up, taken out of it or written over is erased. What
            stands in it now stays, word for word, with its comments.
          </p>
          {last && (
            <p role={isDone ? 'status' : undefined} className="quietly">
              <ErasedWhen last={last} now={now} />
            </p>
          )}
        </div>
        <Ruled>What goes, for everybody and at once</Ruled>
        <ul className="erasing">
          <li>
            its history and every version, named ones too: history begins anew, and who wrote what is
            forgotten
          </li>
          <li>parts that were taken out, and what a finding held only while it was a red herring</li>
          <li>what comments and different views quote and no longer stands here; they themselves stay</li>
          <li>pictures that are no longer shown, and the source of what was imported</li>
          <li>words that were offered back to somebody and not answered yet</li>
        </ul>
        <p>
          Whoever has it open is asked to reload; what they had not sent yet is offered to them there. Within
          an hour the words are out of Soak’s own files too. Its hourly and daily dumps give way to one made
          then.
        </p>
        <Ruled>What stays</Ruled>
        <p>
          What people wrote in comments, captures, notes and agendas of meetings, and evidence. If the words
          stand there too, take them out there.
        </p>
        <Ruled>What Soak cannot reach</Ruled>
        <ul className="erasing">
          <li>
            files made by <code>npm run backup</code>, and copies of its folder, wherever they are kept
          </li>
          <li>PostgreSQL’s own journal, replicas and backups, where Soak runs on one</li>
          <li>exports, and what people copied</li>
          <li>
            devices that never return: a browser forgets its copy when it next opens this review, another
            program never
          </li>
        </ul>
        <Form method="post" className="form">
          <input type="hidden" name="epoch" value={epoch} />
          {writingNow.length > 0 && (
            <p>
              <strong>
                {writingNow.join(' and ')} {writingNow.length === 1 ? 'has' : 'have'} the write-up open now.
              </strong>{' '}
              Perhaps tell them first.
            </p>
          )}
          <Tick name="sure">
            I have looked: what should go no longer stands in{' '}
            <Link className="link" to={at}>
              the write-up
            </Link>
            . This cannot be undone.
          </Tick>
          <Refusal sentence={actionData?.refused} />
          <p className="acts">
            <button type="submit" className="btn main">
              Erase for good
            </button>{' '}
            <Link className="btn quiet" to={`${at}/about`}>
              Leave everything as it is
            </Link>
          </p>
        </Form>
      </PlainPage>
    </ReviewPage>
  );
}
