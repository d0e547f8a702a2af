import '#app/components/writing/writing.css';
import { Form, Link } from 'react-router';
import { dayTimeOf } from '#app/components/clock-words.ts';
import { EmptyState } from '#app/components/empty-state.tsx';
import { SelectField } from '#app/components/field.tsx';
import { PlainPage } from '#app/components/page.tsx';
import { ReviewPage, useReviewPage } from '#app/components/review-page.tsx';
import { useZone, When } from '#app/components/when.tsx';
import { ChangesRead } from '#app/components/writing/changes.tsx';
import { WritingFactsProvider } from '#app/components/writing/surroundings.tsx';
import { WordsBetween } from '#app/components/writing/words-between.tsx';
import { requirePerson } from '#app/context.ts';
import { readChanges } from '#server/history/read-changes.ts';
import type { Route } from './+types/route';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { app, person } = requirePerson(context, request);
  const asked = new URL(request.url).searchParams;
  const { review: _, ...told } = await readChanges(app, person, params.id, {
    from: asked.get('from'),
    to: asked.get('to'),
  });
  return { ...told, now: app.clock.now() };
}

export const meta = () => [{ title: 'What changed · Soak' }];

export default function ChangesPage({ loaderData }: Route.ComponentProps) {
  const { changes, names, earlier, later, now } = loaderData;
  const review = useReviewPage();
  const isNothing = changes.parts.length + changes.adrift.length === 0;
  const hasBetween = changes.between.passages.length > 0;
  return (
    <ReviewPage>
      <WritingFactsProvider
        value={{ review: review.id, zone: review.zone, messages: {}, names: {}, onThisPage: false }}
      >
        <PlainPage>
          <div>
            <h1>What changed</h1>
            <p>
              From {earlier.at === null ? 'the beginning' : <When at={earlier.at} now={now} />} to{' '}
              {later.isNow || later.at === null ? 'now' : <When at={later.at} now={now} />}. What was put in
              is underlined, what was taken out is struck through; the name says by whom.
            </p>
            <p>
              <Link className="link" to={`/reviews/${review.id}/history`}>
                History
              </Link>
            </p>
          </div>
          {isNothing && <EmptyState>Nothing differs between the two.</EmptyState>}
          {(!isNothing || hasBetween) && (
            <article className="write-up">
              <ChangesRead changes={changes} names={names} />
              <WordsBetween
                between={changes.between}
                names={names}
                addressOf={({ letters: { client, first, last } }) =>
                  `/reviews/${review.id}/history/taken-out?client=${client}&first=${first}&last=${last}&from=${earlier.seq}&to=${later.seq}`
                }
              />
            </article>
          )}
          <Other loaderData={loaderData} />
        </PlainPage>
      </WritingFactsProvider>
    </ReviewPage>
  );
}

/** Another pair: this one's ends, the named versions, the beginning and now. */
function Other({ loaderData }: Pick<Route.ComponentProps, 'loaderData'>) {
  const { earlier, later, versions, now } = loaderData;
  const zone = useZone();
  const ends = [earlier, later].flatMap(({ seq, at }) =>
    at === null || versions.some((one) => one.seq === seq) ? [] : [{ seq, words: dayTimeOf(at, zone, now) }],
  );
  const choices = [
    ...ends,
    ...versions.map((one) => ({ seq: one.seq, words: `${one.words}, ${dayTimeOf(one.at, zone, now)}` })),
  ];
  const options = choices.map(({ seq, words }, nth) => (
    <option key={`${seq} ${nth}`} value={seq}>
      {words}
    </option>
  ));
  return (
    <Form className="form" key={`${earlier.seq} ${later.seq}`}>
      <SelectField label="Compare" name="from" defaultValue={earlier.seq}>
        <option value="0">The beginning</option>
        {options}
      </SelectField>
      <SelectField label="with" name="to" defaultValue={later.isNow ? '' : later.seq}>
        <option value="">Now</option>
        {options}
      </SelectField>
      <button type="submit" className="btn">
        Compare them
      </button>
    </Form>
  );
}
