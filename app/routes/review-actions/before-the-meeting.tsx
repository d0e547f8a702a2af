import { Form } from 'react-router';
import { dayTimeOf, zoneWords } from '#app/components/clock-words.ts';
import { Ruled } from '#app/components/page.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import { useZone, When, WhenSpan } from '#app/components/when.tsx';
import { workingDaysWords } from '#domain/soak/policy.ts';
import { FixedFacts } from './fixed-facts.tsx';
import type { PageFacts } from './page-facts.ts';
import { Sealing } from './sealing.tsx';
import { SessionPlan } from './session-plan.tsx';

/** Before anything has soaked: what will happen here, and a place for ideas that come too early. */
export const BeforeTheMeeting = ({ page, problems, given }: PageFacts) => (
  <>
    <h1>First people learn, then it soaks</h1>
    <p className="lead">
      When the review meeting ends, ideas for fixes rest for {workingDaysWords(page.workingDays)}. Only then a
      small action session opens them and decides, and “nothing to do” is as good an ending as any.
    </p>
    <div className="soak-columns">
      <div>
        <section>
          <Ruled>What happens when</Ruled>
          <ol className="ahead">
            <li>
              {page.ahead === null ? (
                <NoMeeting page={page} problems={problems} given={given} />
              ) : (
                <Ahead page={page} />
              )}
            </li>
            <li>
              {page.expectedEnd === null ? (
                `The soak ends ${workingDaysWords(page.workingDays)} after that.`
              ) : (
                <>
                  The soak is expected to end <When at={page.expectedEnd} now={page.now} named />.
                </>
              )}
            </li>
            <li>The action session opens the sealed ideas, all at once, and decides on each.</li>
          </ol>
          <WherePlanned page={page} />
        </section>
        <FixedFacts page={page} problems={problems} given={given} />
      </div>
      <div>
        <Sealing page={page} problems={problems} given={given} />
        <SessionPlan page={page} />
      </div>
    </div>
  </>
);

/** The same in the zone the meeting is planned in, for readers elsewhere. */
function WherePlanned({ page: { ahead, expectedEnd, now } }: Pick<PageFacts, 'page'>) {
  const zone = useZone();
  if (ahead === null || ahead.zone === zone) return null;
  return (
    <p className="quietly small">
      In {zoneWords(ahead.zone)}, where it is planned, the meeting begins{' '}
      {dayTimeOf(ahead.startsAt, ahead.zone, now)}
      {expectedEnd && ` and the soak ends ${dayTimeOf(expectedEnd, ahead.zone, now)}`}.
    </p>
  );
}

const Ahead = ({ page: { ahead, now } }: Pick<PageFacts, 'page'>) =>
  ahead && (
    <>
      The review meeting is on{' '}
      <WhenSpan
        start={ahead.startsAt}
        end={new Date(ahead.startsAt.getTime() + ahead.minutes * 60_000)}
        now={now}
      />
      .
    </>
  );

const NoMeeting = ({ page, problems }: PageFacts) => (
  <>
    No meeting is planned.{' '}
    {page.may.startSoak && (
      <Form method="post" className="start-soak">
        <p>
          A surprise that needs no meeting can soak as it is: people read it, and{' '}
          {workingDaysWords(page.workingDays)} later ideas may be opened.
        </p>
        <button className="btn" type="submit" name="intent" value="start-soak">
          Start the soak now
        </button>
      </Form>
    )}
    <Refusal sentence={problems.start} />
  </>
);
