import { useState } from 'react';
import { Link } from 'react-router';
import { BroughtBox, BroughtList } from '#app/components/around/brought-list.tsx';
import { Tick } from '#app/components/field.tsx';
import { OnlyFacilitators } from '#app/components/only-facilitators.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import { usePress } from '#app/components/use-press.ts';
import type { BroughtToFacilitators } from '#domain/meeting/around/brought.ts';
import {
  SURVEY_KEYS,
  SURVEY_LEAST,
  SURVEY_MOST,
  SURVEY_WORDS,
  type SurveyKey,
} from '#domain/meeting/around/survey.ts';
import type { MeetingKind } from '#domain/meeting/meeting.ts';

/** What was brought so far, what will be asked at the end, and a rehearsal. */
export function ForFacilitators({
  meeting,
  facts,
  mayChoose,
}: {
  meeting: { id: string; kind: MeetingKind };
  facts: { brought: BroughtToFacilitators; survey: readonly SurveyKey[]; wantedChange: string };
  mayChoose: boolean;
}) {
  const { ask } = usePress(meeting.id);
  const { brought, survey, wantedChange } = facts;
  return (
    <OnlyFacilitators>
      {wantedChange && (
        <div>
          <h3>What you wanted to change, from your last meeting</h3>
          <p className="said">{wantedChange}</p>
          <p className="quietly">Only you see this.</p>
        </div>
      )}
      <div>
        <h3>Brought so far</h3>
        {brought.questions.length === 0 && <p className="quietly">Nothing with a name yet.</p>}
        <BroughtList questions={brought.questions} state="ahead" />
        <BroughtBox box={brought.box} open={(few) => ask({ command: 'open-brought', ...(few && { few }) })} />
      </div>
      {meeting.kind === 'review' && mayChoose && <SurveyChoice meeting={meeting.id} asked={survey} />}
      {meeting.kind === 'review' && mayChoose && (
        <div>
          <h3>Rehearse</h3>
          <p>Walk through the plan as it will be. Nobody sees it, and nothing of it is kept.</p>
          <p className="acts">
            <Link className="btn small" to={`/meetings/${meeting.id}/rehearsal`}>
              Rehearse it
            </Link>
          </p>
        </div>
      )}
    </OnlyFacilitators>
  );
}

function SurveyChoice({ meeting, asked }: { meeting: string; asked: readonly SurveyKey[] }) {
  const { press, refused } = usePress(meeting);
  const [chosen, setChosen] = useState<readonly SurveyKey[]>(asked);
  const [said, setSaid] = useState('');
  const fits = chosen.length >= SURVEY_LEAST && chosen.length <= SURVEY_MOST;
  const isNew = SURVEY_KEYS.some((key) => chosen.includes(key) !== asked.includes(key));
  const keep = async () => {
    const questions = SURVEY_KEYS.filter((key) => chosen.includes(key));
    if (await press({ command: 'choose-survey', questions })) setSaid('Kept.');
  };
  return (
    <fieldset className="survey-choice">
      <legend>
        <h3>Asked at the end, without names</h3>
      </legend>
      <p className="quietly">Two to four, for two days. Counts come afterwards, from five answers on.</p>
      {SURVEY_KEYS.map((key) => (
        <Tick
          key={key}
          checked={chosen.includes(key)}
          onChange={(event) => {
            const on = event.currentTarget.checked;
            setSaid('');
            setChosen((before) => (on ? [...before, key] : before.filter((other) => other !== key)));
          }}
        >
          {SURVEY_WORDS[key]}
        </Tick>
      ))}
      <Refusal sentence={refused ?? (fits ? null : 'Please choose two to four.')} />
      {isNew && (
        <button type="button" className="btn small" onClick={keep} disabled={!fits}>
          Ask these
        </button>
      )}
      <p className="quietly" role="status">
        {said}
      </p>
    </fieldset>
  );
}
