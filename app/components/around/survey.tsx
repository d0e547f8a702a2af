import './around.css';
import { IconCheck } from '@tabler/icons-react';
import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import {
  SURVEY_CHOICES,
  type SurveyChoice,
  type SurveyShown,
  surveyWords,
} from '#domain/meeting/around/survey.ts';
import { Icon } from '../icon.tsx';
import { Refusal } from '../refusal.tsx';
import { SegChoice } from '../seg.tsx';
import { UnsignedLabel } from '../unsigned/unsigned-label.tsx';
import { sendCommand } from '../use-press.ts';
import { When } from '../when.tsx';

/** That this tab has answered, never what (U1). */
const nameOf = (question: string, person: string) => `soak.answered:${person}:${question}`;

/** A few questions at the end, without a name: answered for two days, then shown as counts (U2, A6). */
export function Survey({ survey, meeting, me }: { survey: SurveyShown; meeting: string; me: string }) {
  if (!survey.open) return <Counts survey={survey} />;
  return <SurveyForm survey={survey} meeting={meeting} me={me} />;
}

function Counts({ survey }: { survey: SurveyShown }) {
  return (
    <ul className="kept survey-counts">
      {survey.questions.map(({ id, words, counts }) => (
        <li key={id}>
          <p className="said">{words}</p>
          <small>{countsIn(counts)}</small>
        </li>
      ))}
    </ul>
  );
}

const countsIn = (counts: SurveyShown['questions'][number]['counts']): string => {
  if (counts === null) return 'It is being counted; look again in an hour.';
  return surveyWords(counts);
};

function SurveyForm({ survey, meeting, me }: { survey: SurveyShown; meeting: string; me: string }) {
  const [chosen, setChosen] = useState<Record<string, SurveyChoice>>({});
  const [answered, setAnswered] = useState<readonly string[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  // one id for each question, so that an answer that was lost on its way is one when it is sent again
  const ids = useRef<Record<string, string>>({});
  const { questions } = survey;
  useEffect(() => {
    setAnswered(questions.filter(({ id }) => wasAnswered(id, me)).map(({ id }) => id));
  }, [questions, me]);
  const open = questions.filter(({ id }) => !answered.includes(id));
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    const given = open.filter(({ id }) => chosen[id] !== undefined);
    if (given.length === 0) return setRefused('Choose an answer first; one is enough.');
    let sentence: string | null = null;
    for (const { id: question } of given) {
      const choice = chosen[question];
      if (choice === undefined) continue;
      const id = ids.current[question] ?? crypto.randomUUID();
      ids.current[question] = id;
      const said = await sendCommand(meeting, { command: 'answer-survey', question, id, choice });
      sentence ??= said;
      if (said !== null) continue;
      remember(question, me);
      setAnswered((before) => [...before, question]);
    }
    setRefused(sentence);
  };
  const until = survey.closesAt && <When at={survey.closesAt} as="day and time" named />;
  if (open.length === 0)
    return (
      <p className="answered" role="status">
        <Icon of={IconCheck} />
        Your answers are in, without your name. The counts come {until}.
      </p>
    );
  return (
    <form className="survey" onSubmit={send}>
      {open.map(({ id, words }) => (
        <div key={id}>
          <p className="said" aria-hidden="true">
            {words}
          </p>
          <SegChoice
            label={words}
            name={`survey-${id}`}
            options={SURVEY_CHOICES.map(({ choice, words: value }) => ({ value: choice, words: value }))}
            chosen={chosen[id]}
            onChoose={(choice) => setChosen((before) => ({ ...before, [id]: choice }))}
          />
        </div>
      ))}
      <UnsignedLabel kind="survey" />
      <Refusal sentence={refused} />
      <div className="acts">
        <button type="submit" className="btn">
          Send my answers
        </button>
      </div>
      <p className="quietly small">Until {until}. Each question can be left out.</p>
    </form>
  );
}

function wasAnswered(question: string, person: string): boolean {
  try {
    return sessionStorage.getItem(nameOf(question, person)) !== null;
  } catch {
    return false;
  }
}

function remember(question: string, person: string): void {
  try {
    sessionStorage.setItem(nameOf(question, person), 'yes');
  } catch {
    // switched off: a reload asks again, and the server says that there is an answer
  }
}
