import type { ReactNode } from 'react';
import { Form } from 'react-router';
import { DifferentView } from '#app/components/different-view.tsx';
import { EmptyState } from '#app/components/empty-state.tsx';
import { Ruled } from '#app/components/page.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import { When } from '#app/components/when.tsx';
import type { PersonId } from '#domain/ids.ts';
import { nameOfCapture } from '#domain/meeting/capture.ts';
import type { CaptureInRecord, MeetingRecord } from '#domain/meeting/record.ts';
import { OwnCapture } from './own-in-record.tsx';

interface Offered {
  refused: string | null;
  capture: string;
}

interface Reader {
  meeting: string;
  /** Null while nobody changes what they kept. */
  me: PersonId | null;
  mayWrite: boolean;
  refused: Offered | null;
}

/** Questions, insights and different views, as they were said. */
export function Said({ record, ...reader }: { record: MeetingRecord } & Reader) {
  const { questions, insights, differentViews } = record;
  if (questions.length + insights.length + differentViews.length === 0)
    return <EmptyState>Nothing was captured.</EmptyState>;
  return (
    <>
      {questions.length > 0 && (
        <section>
          <Ruled aside={reader.mayWrite ? 'nothing goes into the write-up unasked' : undefined}>
            Questions
          </Ruled>
          <ul className="kept">
            {questions.map((question) => (
              <Kept key={question.id} capture={question} reader={reader}>
                <Offer question={question} {...reader} />
              </Kept>
            ))}
          </ul>
        </section>
      )}
      {insights.length > 0 && (
        <section>
          <Ruled>Insights</Ruled>
          <ul className="kept">
            {insights.map((insight) => (
              <Kept key={insight.id} capture={insight} reader={reader} />
            ))}
          </ul>
        </section>
      )}
      {differentViews.length > 0 && (
        <section>
          <Ruled aside="beside the claim, never merged">Different views</Ruled>
          <ul className="kept">
            {differentViews.map((view) => (
              <View key={view.id} view={view} reader={reader} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** One question or insight, with its place and whose it is. */
const Kept = ({
  capture,
  reader,
  children,
}: {
  capture: CaptureInRecord;
  reader: Reader;
  children?: ReactNode;
}) => (
  <li id={placeOnPage(capture)}>
    <p className="said">{capture.words}</p>
    <By capture={capture} />
    {children}
    <Own capture={capture} reader={reader} />
  </li>
);

/** The claim says where a view was said, and its place where nothing was claimed. */
const View = ({ view, reader }: { view: CaptureInRecord; reader: Reader }) => (
  <li id={placeOnPage(view)} className="tells">
    {view.claim && (
      <div>
        <h3>The write-up said</h3>
        <p className="said">{view.claim}</p>
      </div>
    )}
    <DifferentView
      words={view.words}
      by={nameOfCapture(view)}
      isForLabel={view.forLabel !== null}
      when={
        <>
          at <When at={view.at} as="time" />
        </>
      }
    >
      {view.claim === '' && view.place !== '' && <small>{view.place}</small>}
      <Own capture={view} reader={reader} />
    </DifferentView>
  </li>
);

/** Where the reading view leads its author to. */
const placeOnPage = ({ id }: CaptureInRecord) => `captured-${id}`;

const Own = ({ capture, reader: { me, meeting } }: { capture: CaptureInRecord; reader: Reader }) =>
  me && <OwnCapture capture={capture} meeting={meeting} me={me} />;

const By = ({ capture }: { capture: CaptureInRecord }) => (
  <>
    {capture.place !== '' && <small>{capture.place}</small>}
    <small>
      {nameOfCapture(capture) ?? 'without a name'}, at <When at={capture.at} as="time" />
    </small>
  </>
);

/** C4: offered, taken over by a press, and then said to be there. */
function Offer({
  question,
  mayWrite,
  refused,
}: {
  question: CaptureInRecord;
  mayWrite: boolean;
  refused: Offered | null;
}) {
  if (question.offeredAs !== null) return <small>An open question of the write-up now.</small>;
  if (!mayWrite) return null;
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="capture" value={question.id} />
      <button type="submit" className="link small">
        Make it an open question of the write-up
      </button>
      <Refusal sentence={refused?.capture === question.id ? refused.refused : null} />
    </Form>
  );
}
