import './route.css';
import { data, Link, useFetcher } from 'react-router';
import { z } from 'zod';
import { EmptyState } from '#app/components/empty-state.tsx';
import { NextStep } from '#app/components/next-step.tsx';
import { ReviewPage, useReviewPage } from '#app/components/review-page.tsx';
import { requirePerson } from '#app/context.ts';
import { isRefused } from '#domain/refused.ts';
import { parseForm } from '#server/doors/parse-form.ts';
import { readForm } from '#server/doors/read-form.ts';
import { QUOTE_PLACES, quoteMessage } from '#server/evidence/quote-message.ts';
import { readEvidence } from '#server/evidence/read-evidence.ts';
import { readQuotePlaces } from '#server/evidence/read-quote-places.ts';
import { requireReview } from '#server/reviews/require-review.ts';
import type { Route } from './+types/route';
import { Messages } from './messages.tsx';
import { Pages } from './pages.tsx';
import { QuoteInto } from './quote-into.tsx';
import { Sources } from './sources.tsx';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { app, person } = requirePerson(context, request);
  const { document, may } = await requireReview(app, person, params.id);
  const asked = new URL(request.url).searchParams;
  const page = Number(asked.get('page'));
  const evidence = await readEvidence(app, person, params.id, {
    source: asked.get('source'),
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
    message: asked.get('message'),
  });
  const { places, quoted } = await readQuotePlaces(app, document);
  const into = places.find(({ value }) => value === asked.get('into'))?.value ?? places[0]?.value ?? '';
  return { evidence, places: may.write ? places : [], quoted, into, now: app.clock.now() };
}

const quoteForm = z.strictObject({
  message: z.string().max(50),
  into: z
    .string()
    .max(200)
    .transform((value) => {
      const [place, id = ''] = value.split(/:(.*)/s);
      return { place: z.enum(QUOTE_PLACES).safeParse(place).data ?? null, id };
    }),
});

export async function action({ context, request, params }: Route.ActionArgs) {
  const { app, person } = requirePerson(context, request);
  const form = parseForm(quoteForm, await readForm(request));
  const place = 'values' in form ? form.values.into.place : null;
  if (!('values' in form) || place === null)
    return data({ message: '', refused: 'Choose where to quote it.' }, { status: 422 });
  const { message, into } = form.values;
  const answer = await quoteMessage(app, person, params.id, { message, place, id: into.id });
  return data({ message, ...answer }, { status: isRefused(answer) ? 422 : 200 });
}

export const meta = () => [{ title: 'Evidence · Soak' }];

export default function Evidence({ loaderData, actionData }: Route.ComponentProps) {
  const { evidence, places, quoted, into, now } = loaderData;
  const review = useReviewPage();
  const fetcher = useFetcher<typeof action>({ key: 'quote' });
  return (
    <ReviewPage>
      <main id="main" className="two-columns evidence-page">
        <section>
          <h1>Evidence</h1>
          {evidence.source && <NextStep />}
          {evidence.source ? (
            <>
              <p className="lead">{evidence.source.name}: unchanged, in order, with times in your zone.</p>
              {places.length > 0 && <QuoteInto places={places} into={into} evidence={evidence} />}
              <Messages
                evidence={evidence}
                quoted={quoted}
                now={now}
                into={places.length > 0 ? into : null}
                fetcher={fetcher}
                answer={fetcher.data ?? actionData ?? null}
              />
              <Pages evidence={evidence} into={into} />
            </>
          ) : (
            <EmptyState>
              Nothing has been brought in yet.{' '}
              {review.may.write
                ? 'Import a Slack export, or paste a chat: messages stay as they were said.'
                : 'Its analysts can import chat here.'}
            </EmptyState>
          )}
        </section>
        <aside aria-label="Sources">
          <Sources evidence={evidence} into={into} now={now} />
          {review.may.write && (
            <Link className="btn" to={`/reviews/import?review=${review.id}`}>
              Import more
            </Link>
          )}
        </aside>
      </main>
    </ReviewPage>
  );
}
