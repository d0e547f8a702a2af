import { BroughtBox, BroughtList } from '#app/components/around/brought-list.tsx';
import { Survey } from '#app/components/around/survey.tsx';
import { Ruled } from '#app/components/page.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import { usePress } from '#app/components/use-press.ts';
import type { AfterMeeting } from '#server/meetings/around/read-around.ts';

/** What was brought beforehand, and whether the meeting came to it. Those who facilitate can still say so. */
export function BroughtInRecord({
  after,
  meeting,
  steers,
}: {
  after: AfterMeeting;
  meeting: string;
  steers: boolean;
}) {
  const { press, ask, refused } = usePress(meeting);
  const { brought, box } = after;
  if (brought.length === 0 && !box?.some) return null;
  return (
    <section>
      <Ruled aside="before the meeting">Brought beforehand</Ruled>
      <BroughtList
        questions={brought}
        touch={steers ? (id, touched) => press({ command: 'touch', brought: id, touched }) : null}
      />
      <Refusal sentence={refused} />
      {steers && (
        <BroughtBox box={box} open={(few) => ask({ command: 'open-brought', ...(few && { few }) })} />
      )}
    </section>
  );
}

export const SurveyInRecord = ({
  after: { survey },
  meeting,
  me,
}: {
  after: AfterMeeting;
  meeting: string;
  me: string;
}) =>
  survey === null ? null : (
    <section className="survey-in-record">
      <Ruled aside="without names">How it was</Ruled>
      <Survey survey={survey} meeting={meeting} me={me} />
    </section>
  );
