import '#app/components/writing/writing.css';
import './route.css';
import { Link } from 'react-router';
import { dayTimeOf } from '#app/components/clock-words.ts';
import { EmptyState } from '#app/components/empty-state.tsx';
import { PlainPage } from '#app/components/page.tsx';
import { ReviewPage, useReviewPage } from '#app/components/review-page.tsx';
import { useZone, When } from '#app/components/when.tsx';
import { ChangesRead } from '#app/components/writing/changes.tsx';
import { WritingFactsProvider } from '#app/components/writing/surroundings.tsx';
import { WordsBetween } from '#app/components/writing/words-between.tsx';
import { requirePerson } from '#app/context.ts';
import { NOW } from '#domain/history/version.ts';
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

type End = Pick<Route.ComponentProps['loaderData']['earlier'], 'seq' | 'at'>;

export default function ChangesPage({ loaderData }: Route.ComponentProps) {
  const { changes, names, earlier, later, now } = loaderData;
  const review = useReviewPage();
  const at = `/reviews/${review.id}/history`;
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
              <Link className="link" to={at}>
                History
              </Link>
            </p>
          </div>
          {isNothing && <EmptyState>{alikeWords(earlier.seq === later.seq, hasBetween)}</EmptyState>}
          {(!isNothing || hasBetween) && (
            <article className="write-up">
              <ChangesRead changes={changes} names={names} />
              <WordsBetween
                between={changes.between}
                names={names}
                addressOf={({ letters: { client, first, last } }) =>
                  `${at}/taken-out?client=${client}&first=${first}&last=${last}&from=${earlier.seq}&to=${later.seq}`
                }
              />
            </article>
          )}
          <Other earlier={earlier} later={later} at={at} now={now} />
        </PlainPage>
      </WritingFactsProvider>
    </ReviewPage>
  );
}

/** The same ends with any other version of the history. */
function Other({
  earlier,
  later,
  at,
  now,
}: {
  earlier: End;
  later: End & { isNow: boolean };
  at: string;
  now: Date;
}) {
  const zone = useZone();
  const wordsOf = (end: End) =>
    end.at === null ? 'the beginning' : `how it read on ${dayTimeOf(end.at, zone, now)}`;
  const ends = [
    { compare: String(earlier.seq), words: wordsOf(earlier) },
    ...(later.isNow ? [{ compare: NOW, words: 'how it reads now' }] : []),
    ...(later.isNow || later.seq === earlier.seq
      ? []
      : [{ compare: String(later.seq), words: wordsOf(later) }]),
  ];
  return (
    <p className="other-ends">
      {ends.map(({ compare, words }) => (
        <Link key={compare} className="link" to={`${at}?compare=${compare}`}>
          Compare {words} with another version
        </Link>
      ))}
    </p>
  );
}

/** What is said where the two read alike. */
const alikeWords = (isOne: boolean, hasBetween: boolean): string => {
  if (isOne) return 'Nothing was written between the two: they are one and the same version.';
  if (hasBetween)
    return 'The two read alike. What was written in between, and taken out again, stands below.';
  return 'The two read alike, word for word.';
};
