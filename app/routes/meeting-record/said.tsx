import { Form } from 'react-router';
import { DifferentView } from '#app/components/different-view.tsx';
import { EmptyState } from '#app/components/empty-state.tsx';
import { Ruled } from '#app/components/page.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import { When } from '#app/components/when.tsx';
import { nameOfCapture } from '#domain/meeting/capture.ts';
import type { CaptureShownWithOffer, MeetingRecord } from '#domain/meeting/record.ts';

interface Offered {
  refused: string | null;
  capture: string;
}

/** Questions, insights and different views, as they were said. */
export function Said({
  record,
  mayWrite,
  refused,
}: {
  record: MeetingRecord;
  mayWrite: boolean;
  refused: Offered | null;
}) {
  const { questions, insights, differentViews } = record;
  if (questions.length + insights.length + differentViews.length === 0)
    return <EmptyState>Nothing was captured.</EmptyState>;
  return (
    <>
      {questions.length > 0 && (
        <section>
          <Ruled aside={mayWrite ? 'nothing goes into the write-up unasked' : undefined}>Questions</Ruled>
          <ul className="kept">
            {questions.map((question) => (
              <li key={question.id}>
                <p className="said">{question.words}</p>
                <By capture={question} />
                <Offer question={question} mayWrite={mayWrite} refused={refused} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {insights.length > 0 && (
        <section>
          <Ruled>Insights</Ruled>
          <ul className="kept">
            {insights.map((insight) => (
              <li key={insight.id}>
                <p className="said">{insight.words}</p>
                <By capture={insight} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {differentViews.length > 0 && (
        <section>
          <Ruled aside="beside the claim, never merged">Different views</Ruled>
          <ul className="kept">
            {differentViews.map((view) => (
              <li key={view.id} className="tells">
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
                />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

const By = ({ capture }: { capture: CaptureShownWithOffer }) => (
  <small>
    {nameOfCapture(capture) ?? 'without a name'}, at <When at={capture.at} as="time" />
  </small>
);

/** C4: offered, taken over by a press, and then said to be there. */
function Offer({
  question,
  mayWrite,
  refused,
}: {
  question: CaptureShownWithOffer;
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
