import '#app/components/writing/write-up-page.css';
import '#app/components/writing/writing.css';
import { Link } from 'react-router';
import { CommentsMargin } from '#app/components/comments/comments-margin.tsx';
import { PressWords } from '#app/components/comments/press-words.tsx';
import { SelectToComment } from '#app/components/comments/select-to-comment.tsx';
import { CommentsProvider } from '#app/components/comments/use-comments.tsx';
import { NextStep } from '#app/components/next-step.tsx';
import { PageColumns } from '#app/components/page.tsx';
import { Path } from '#app/components/path.tsx';
import { ReadLater } from '#app/components/read-later.tsx';
import { ReviewDoors, SealDoor } from '#app/components/review-doors.tsx';
import { ReviewPage, useReviewPage } from '#app/components/review-page.tsx';
import { SegLinks } from '#app/components/seg.tsx';
import { useRead } from '#app/components/use-read.ts';
import { useRoot } from '#app/components/use-root.ts';
import { KeptViewsProvider } from '#app/components/writing/kept-views.tsx';
import { LeftSoon } from '#app/components/writing/left-soon.tsx';
import { MarginFacts } from '#app/components/writing/margin-facts.tsx';
import { Outline } from '#app/components/writing/outline.tsx';
import { Reading } from '#app/components/writing/reading.tsx';
import { WritingFactsProvider } from '#app/components/writing/surroundings.tsx';
import { messagesOf, writingFacts } from '#app/components/writing/writing-facts.ts';
import { requirePerson } from '#app/context.ts';
import { readWhatFollowed } from '#server/actions/read-what-followed.ts';
import { readOwnAttendance } from '#server/attendance/read-own-attendance.ts';
import { commentsOf } from '#server/comments/read-comments.ts';
import { readMessages } from '#server/evidence/read-messages.ts';
import { listDifferentViews } from '#server/meetings/list-different-views.ts';
import { listOffers } from '#server/rescued/list-rescued.ts';
import { readReviewFacts } from '#server/reviews/read-review-facts.ts';
import { readStoredWriteUp } from '#server/reviews/read-stored-write-up.ts';
import { requireReview } from '#server/reviews/require-review.ts';
import { systemNames } from '#server/systems/system-names.ts';
import type { Route } from './+types/route';
import { OwnLostWords } from './own-lost-words.tsx';
import { WhatFollowed } from './what-followed.tsx';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { app, person } = requirePerson(context, request);
  const asked = await requireReview(app, person, params.id);
  const { review, document } = asked;
  const [writeUp, facts] = [await readStoredWriteUp(app, document), await readReviewFacts(app, review)];
  const [messages, views] = await Promise.all([
    readMessages(app, review.id, messagesOf(writeUp)),
    listDifferentViews(app, review.id, person.id),
  ]);
  const followed = await readWhatFollowed(app.db, review.id, writeUp.findings);
  return {
    writeUp,
    facts,
    messages,
    views,
    comments: await commentsOf(app, person, asked),
    followed,
    systems: await systemNames(app),
    attended: await readOwnAttendance(app, person, review.id),
    // who may write is offered them in place
    lost: asked.may.write ? [] : await listOffers(app, person, document),
  };
}

export default function WriteUpPage({ loaderData }: Route.ComponentProps) {
  const { writeUp, facts, messages, views, comments, followed, attended, systems, lost } = loaderData;
  const review = useReviewPage();
  const person = useRoot()?.person?.id;
  useRead(review.id);
  const page = { review: review.id, zone: review.zone, messages, systems, onThisPage: true };
  return (
    <ReviewPage bar={review.may.write && <ReadOrWrite id={review.id} />}>
      <WritingFactsProvider value={writingFacts(writeUp, page)}>
        <CommentsProvider key={review.id} review={review.id} first={comments}>
          <PageColumns
            rail={
              <Outline
                sections={writeUp.sections}
                findings={writeUp.findings}
                moments={writeUp.moments.length}
              />
            }
            margin={
              <>
                <MarginFacts facts={facts} />
                <ReviewDoors />
                <SealDoor />
                {attended && <ReadLater key={attended.meeting} {...attended} />}
                <CommentsMargin />
                <PressWords />
                <SelectToComment />
              </>
            }
          >
            <article className="write-up">
              <h1>{writeUp.title || review.title}</h1>
              {writeUp.standfirst !== '' && <p className="standfirst">{writeUp.standfirst}</p>}
              <Path steps={review.path} />
              <NextStep />
              {person && (
                <LeftSoon
                  person={person}
                  review={review.id}
                  document={review.document}
                  mayWrite={review.may.write}
                />
              )}
              <OwnLostWords review={review.id} offers={lost} />
              <KeptViewsProvider value={views}>
                <Reading writeUp={writeUp} />
              </KeptViewsProvider>
              <WhatFollowed followed={followed} review={review.id} />
              {isEmpty(writeUp) && <NothingYet id={review.id} mayWrite={review.may.write} />}
            </article>
          </PageColumns>
        </CommentsProvider>
      </WritingFactsProvider>
    </ReviewPage>
  );
}

const ReadOrWrite = ({ id }: { id: string }) => (
  <SegLinks
    label="View"
    options={[
      { to: `/reviews/${id}`, words: 'Read', current: true },
      { to: `/reviews/${id}/write`, words: 'Write', current: false },
    ]}
  />
);

const NothingYet = ({ id, mayWrite }: { id: string; mayWrite: boolean }) => (
  <p className="empty">
    Nothing is written yet.{' '}
    {mayWrite ? (
      <Link className="link" to={`/reviews/${id}/write`}>
        Begin with what happened
      </Link>
    ) : (
      'Its analysts will begin.'
    )}
  </p>
);

const isEmpty = ({
  sections,
  findings,
  moments,
}: {
  sections: unknown[];
  findings: unknown[];
  moments: unknown[];
}) => sections.length + findings.length + moments.length === 0;
