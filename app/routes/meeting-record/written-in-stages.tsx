import { Ruled } from '#app/components/page.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import { usePress } from '#app/components/use-press.ts';
import { asId, type StageId } from '#domain/ids.ts';
import { countWords, FEW_CAME_IN, isBox, isPoll, type OwnText } from '#domain/meeting/inputs.ts';
import type { MeetingPhase } from '#domain/meeting/meeting.ts';
import type { TextShown } from '#domain/meeting/projection.ts';
import type { InputsInRecord } from '#domain/meeting/record.ts';
import { OwnTextInRecord } from './own-text.tsx';

interface Meeting {
  id: string;
  phase: MeetingPhase;
  rev: number;
}

/** What people wrote and answered in the agenda's stages, as far as it was shown; the rest can be shown for a day (M15, U2). */
export const WrittenInStages = ({
  inputs,
  meeting,
  me,
  mayShow,
  ownTexts,
}: {
  inputs: readonly InputsInRecord[];
  meeting: Meeting;
  me: string;
  /** A facilitator, while what was not shown can still be shown. */
  mayShow: boolean;
  ownTexts: readonly OwnText[];
}) =>
  inputs.map((one) => (
    <section key={one.stage.id}>
      <Ruled aside={isBox(one.kind) ? 'without names, in random order' : undefined}>{one.question}</Ruled>
      {isPoll(one.kind) ? (
        <ul className="kept">
          <li>{one.stage.opened ? countWords(one.kind, one.counts) : 'This poll is still open.'}</li>
        </ul>
      ) : one.stage.opened ? (
        <Texts texts={one.texts} meeting={meeting.id} me={me} />
      ) : (
        <NotShown
          one={one}
          meeting={meeting}
          me={me}
          mayShow={mayShow}
          own={ownTexts.find(({ stage }) => stage === one.stage.id)?.words ?? ''}
        />
      )}
    </section>
  ));

function Texts({ texts, meeting, me }: { texts: readonly TextShown[]; meeting: string; me: string }) {
  const { press, refused } = usePress(meeting);
  if (texts.length === 0) return <p className="quietly">Nothing was written.</p>;
  return (
    <>
      <Refusal sentence={refused} />
      <ul className="kept">
        {texts.map((text) => (
          <li key={text.id}>
            {text.hidden === null ? (
              <p className="said">{text.words}</p>
            ) : (
              <p className="quietly">Hidden by a facilitator: {text.hidden}</p>
            )}
            {text.by && <small>{text.by.name}</small>}
            {text.by?.id === me && (
              <button
                type="button"
                className="link small"
                onClick={() => press({ command: 'withdraw-text', text: text.id })}
              >
                Take it back
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function NotShown({
  one,
  meeting,
  me,
  mayShow,
  own,
}: {
  one: InputsInRecord;
  meeting: Meeting;
  me: string;
  mayShow: boolean;
  own: string;
}) {
  const { press, refused } = usePress(meeting.id);
  const show = (few: boolean) =>
    press({ command: 'reveal', stage: asId<StageId>(one.stage.id), ...(few && { few }) }, meeting.rev);
  return (
    <>
      {one.kind === 'silent-writing' && (
        <OwnTextInRecord meeting={meeting.id} stage={one.stage.id} me={me} kept={own} />
      )}
      <p className="quietly">What people wrote here has not been shown.</p>
      {mayShow && (
        <p className="acts">
          <button type="button" className="btn small" onClick={() => show(refused === FEW_CAME_IN)}>
            {refused === FEW_CAME_IN ? 'Show them all the same' : 'Show it to everyone'}
          </button>
        </p>
      )}
      <Refusal sentence={refused} />
    </>
  );
}
