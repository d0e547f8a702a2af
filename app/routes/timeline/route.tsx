import '#app/components/writing/writing.css';
import './timeline.css';
import { Link } from 'react-router';
import { zoneWords } from '#app/components/clock-words.ts';
import { MOMENT_WORD, MomentMark } from '#app/components/moment-mark.tsx';
import { ReviewPage, useReviewPage } from '#app/components/review-page.tsx';
import { MomentsRead } from '#app/components/writing/moments-read.tsx';
import { WritingFactsProvider } from '#app/components/writing/surroundings.tsx';
import { messagesOf, writingFacts } from '#app/components/writing/writing-facts.ts';
import { requirePerson } from '#app/context.ts';
import { MOMENT_KINDS, type WriteUp } from '#domain/write-up.ts';
import { readMessages } from '#server/evidence/read-messages.ts';
import { readStoredWriteUp } from '#server/reviews/read-stored-write-up.ts';
import { requireReview } from '#server/reviews/require-review.ts';
import type { Route } from './+types/route';
import { TimelinePicture } from './timeline-picture.tsx';

/** More marks than this are no picture any more; the list still holds them all. */
const MOST_IN_PICTURE = 300;

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { app, person } = requirePerson(context, request);
  const { review, document } = await requireReview(app, person, params.id);
  const whole = await readStoredWriteUp(app, document);
  const writeUp: WriteUp = { ...whole, sections: [] };
  return { writeUp, messages: await readMessages(app, review.id, messagesOf(writeUp)) };
}

export default function TimelinePage({ loaderData }: Route.ComponentProps) {
  const { writeUp, messages } = loaderData;
  const review = useReviewPage();
  const facts = writingFacts(writeUp, { review: review.id, zone: review.zone, messages, onThisPage: false });
  const { moments } = writeUp;
  return (
    <ReviewPage>
      <WritingFactsProvider value={facts}>
        <main id="main" className="timeline-page">
          <div className="timeline-head">
            <h1>Timeline</h1>
            {moments.length > 0 && <Legend zone={review.zone} />}
          </div>
          {moments.length === 0 ? (
            <Empty id={review.id} mayWrite={review.may.write} />
          ) : (
            <>
              <TimelinePicture moments={moments.slice(0, MOST_IN_PICTURE)} />
              {moments.length > MOST_IN_PICTURE && (
                <p className="empty">
                  The picture shows the first {MOST_IN_PICTURE} of {moments.length} moments. The list below
                  holds all.
                </p>
              )}
              <div className="timeline-list">
                <MomentsRead writeUp={writeUp} />
              </div>
            </>
          )}
        </main>
      </WritingFactsProvider>
    </ReviewPage>
  );
}

const Legend = ({ zone }: { zone: string }) => (
  <ul className="legend" aria-label="Kinds of moment">
    {MOMENT_KINDS.map((kind) => (
      <li key={kind}>
        <MomentMark kind={kind} />
        {MOMENT_WORD[kind]}
      </li>
    ))}
    <li className="quietly">Times in {zoneWords(zone)}</li>
  </ul>
);

const Empty = ({ id, mayWrite }: { id: string; mayWrite: boolean }) => (
  <p className="empty">
    No moments yet.{' '}
    {mayWrite ? (
      <>
        <Link className="link" to={`/reviews/${id}/write#moments`}>
          Add what was seen, thought, decided and changed
        </Link>
        , and it is drawn here.
      </>
    ) : (
      'Once the analysts have put down what happened, it is drawn here.'
    )}
  </p>
);
