import '#app/components/writing/write-up-page.css';
import '#app/components/writing/writing.css';
import './write-up-write.css';
import { type RefObject, useRef } from 'react';
import { CommentsMargin } from '#app/components/comments/comments-margin.tsx';
import { PressWords } from '#app/components/comments/press-words.tsx';
import { CommentsProvider } from '#app/components/comments/use-comments.tsx';
import { PageColumns } from '#app/components/page.tsx';
import { Path } from '#app/components/path.tsx';
import { SealDoor } from '#app/components/review-doors.tsx';
import { ReviewPage, useReviewPage } from '#app/components/review-page.tsx';
import { SegLinks } from '#app/components/seg.tsx';
import { useRoot } from '#app/components/use-root.ts';
import { EditorComments } from '#app/components/writing/editor-comments.tsx';
import { MarginFacts } from '#app/components/writing/margin-facts.tsx';
import { NotTaken } from '#app/components/writing/not-taken.tsx';
import { Outline } from '#app/components/writing/outline.tsx';
import { Reading } from '#app/components/writing/reading.tsx';
import { ConnectionNotice, SessionSaved, useFacesHere } from '#app/components/writing/session-bar.tsx';
import { WritingFactsProvider } from '#app/components/writing/surroundings.tsx';
import { useLiveWriteUp } from '#app/components/writing/use-live-write-up.ts';
import { WhenOpen, WhenReady, Writing } from '#app/components/writing/writing.tsx';
import { messagesOf, writingFacts } from '#app/components/writing/writing-facts.ts';
import { requirePerson } from '#app/context.ts';
import type { WriteUp } from '#domain/write-up.ts';
import { commentsOf } from '#server/comments/read-comments.ts';
import { readMessages } from '#server/evidence/read-messages.ts';
import { readReviewFacts } from '#server/reviews/read-review-facts.ts';
import { readStoredWriteUp } from '#server/reviews/read-stored-write-up.ts';
import { requireReview } from '#server/reviews/require-review.ts';
import { systemNames } from '#server/systems/system-names.ts';
import type { Route } from './+types/route';
import { KeepPlace, NotePlace, type Place } from './keep-place.tsx';
import { LiveOutline } from './live-outline.tsx';
import { SkipFar } from './skip-far.tsx';
import { WritingMargin } from './writing-margin.tsx';
import { WrittenParts } from './written-parts.tsx';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { app, person } = requirePerson(context, request);
  const asked = await requireReview(app, person, params.id, 'write');
  const { review, document } = asked;
  const [writeUp, facts] = [await readStoredWriteUp(app, document), await readReviewFacts(app, review)];
  const [messages, comments] = [
    await readMessages(app, review.id, messagesOf(writeUp)),
    await commentsOf(app, person, asked),
  ];
  return { writeUp, facts, messages, comments, systems: await systemNames(app) };
}

/** Words being typed are the page's own; asking the server again would change nothing. */
export const shouldRevalidate = () => false;

export default function WritePage({ loaderData }: Route.ComponentProps) {
  const { writeUp, facts, messages, comments, systems } = loaderData;
  const review = useReviewPage();
  const person = useRoot()?.person;
  const place = useRef<Place | null>(null);
  const page = { review: review.id, zone: review.zone, messages, systems, onThisPage: true };
  const known = writingFacts(writeUp, page);
  return (
    <WritingFactsProvider value={known}>
      <Writing
        key={review.document}
        document={review.document}
        person={person?.id ?? ''}
        mayWrite
        facts={known}
      >
        <CommentsProvider key={review.id} review={review.id} first={comments}>
          <Page id={review.id}>
            <PageColumns
              rail={<WhenOpen before={<StillOutline stored={writeUp} />} now={<LiveOutline />} />}
              margin={
                <>
                  <MarginFacts facts={facts} />
                  <SealDoor />
                  <WhenOpen before={<CommentsMargin />} now={<WritingMargin />} />
                  <PressWords />
                </>
              }
            >
              <article className="write-up writing">
                <NotTaken />
                <WhenReady before={<ToRead stored={writeUp} place={place} />}>
                  <EditorComments />
                  <KeepPlace place={place} />
                  <SkipFar />
                  <WrittenParts path={<Path steps={review.path} />} />
                </WhenReady>
              </article>
            </PageColumns>
          </Page>
        </CommentsProvider>
      </Writing>
    </WritingFactsProvider>
  );
}

function StillOutline({ stored }: { stored: WriteUp }) {
  const { sections, findings, moments } = useLiveWriteUp(stored);
  return <Outline sections={sections} findings={findings} moments={moments.length} />;
}

/** Until it can be written in, and once it no longer can. */
function ToRead({ stored, place }: { stored: WriteUp; place: RefObject<Place | null> }) {
  const writeUp = useLiveWriteUp(stored);
  const review = useReviewPage();
  return (
    <>
      <NotePlace place={place} />
      <h1>{writeUp.title || review.title}</h1>
      <p className="standfirst">{writeUp.standfirst}</p>
      <Path steps={review.path} />
      <Reading writeUp={writeUp} />
    </>
  );
}

function Page({ id, children }: { id: string; children: React.ReactNode }) {
  return (
    <ReviewPage
      here={useFacesHere()}
      bar={
        <>
          <SessionSaved />
          <SegLinks
            label="View"
            options={[
              { to: `/reviews/${id}`, words: 'Read', current: false },
              { to: `/reviews/${id}/write`, words: 'Write', current: true },
            ]}
          />
        </>
      }
    >
      <ConnectionNotice />
      {children}
    </ReviewPage>
  );
}
