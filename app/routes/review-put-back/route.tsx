import '#app/components/writing/writing.css';
import { data, Form, Link, redirect } from 'react-router';
import { z } from 'zod';
import { PlainPage, Ruled } from '#app/components/page.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import { ReviewPage, useReviewPage } from '#app/components/review-page.tsx';
import { When } from '#app/components/when.tsx';
import { ChangesRead } from '#app/components/writing/changes.tsx';
import { WritingFactsProvider } from '#app/components/writing/surroundings.tsx';
import { requirePerson } from '#app/context.ts';
import { isRefused } from '#domain/refused.ts';
import { parseForm } from '#server/doors/parse-form.ts';
import { readForm } from '#server/doors/read-form.ts';
import { putVersionBack } from '#server/history/put-version-back.ts';
import { readPutBack } from '#server/history/read-put-back.ts';
import type { Route } from './+types/route';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { app, person } = requirePerson(context, request);
  const asked = new URL(request.url).searchParams.get('part');
  const { review: _, ...told } = await readPutBack(app, person, params.id, params.seq, asked);
  return { ...told, now: app.clock.now() };
}

const putBackForm = z.strictObject({ part: z.string().max(80) });

export async function action({ context, request, params }: Route.ActionArgs) {
  const { app, person } = requirePerson(context, request);
  const form = parseForm(putBackForm, await readForm(request));
  if ('problems' in form)
    return data({ refused: 'That was not understood. Go back and choose again.' }, { status: 422 });
  const done = await putVersionBack(app, person, params.id, params.seq, form.values.part);
  if (isRefused(done)) return data({ refused: done.refused }, { status: 422 });
  throw redirect(`/reviews/${params.id}/history?put-back`);
}

export const meta = () => [{ title: 'Put back · Soak' }];

export default function PutBackPage({ loaderData, actionData }: Route.ComponentProps) {
  const { part, version, changes, names, writingNow, now } = loaderData;
  const review = useReviewPage();
  const isWhole = part.kind === 'whole';
  const what = isWhole ? 'The whole write-up' : `“${part.title}”`;
  return (
    <ReviewPage>
      <WritingFactsProvider
        value={{ review: review.id, zone: review.zone, messages: {}, names: {}, onThisPage: false }}
      >
        <PlainPage>
          <h1>{isWhole ? 'Put the whole write-up back?' : `Put “${part.title}” back?`}</h1>
          <div>
            <p>
              {what} will read as it did on <When at={version.at} now={now} />, for everyone at once.{' '}
              {isWhole
                ? 'Parts that came since are taken out; their words are kept.'
                : 'Every other part stays as it is now.'}
            </p>
            <p>
              What was written since stays in the history, and can be put back the same way. Words that
              somebody is typing at this moment stay, wherever the paragraph they stand in does.
            </p>
            {writingNow.length > 0 && (
              <p>
                <strong>
                  {writingNow.join(' and ')} {writingNow.length === 1 ? 'has' : 'have'} the write-up open now.
                </strong>{' '}
                Perhaps tell them first.
              </p>
            )}
          </div>
          <Form method="post" className="acts">
            <input type="hidden" name="part" value={part.asked} />
            <Refusal sentence={actionData?.refused} />
            <button type="submit" className="btn main">
              Put it back
            </button>{' '}
            <Link className="btn quiet" to={`/reviews/${review.id}/history/${version.seq}`}>
              Leave it as it is now
            </Link>
          </Form>
          <Ruled aside="underlined goes, struck through comes back">What was written in it since</Ruled>
          {changes.parts.length === 0 ? (
            <p className="quietly">Nothing: it reads like that already.</p>
          ) : (
            <article className="write-up">
              <ChangesRead changes={changes} names={names} />
            </article>
          )}
        </PlainPage>
      </WritingFactsProvider>
    </ReviewPage>
  );
}
