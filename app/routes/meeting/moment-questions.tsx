import { MOMENT_WORD } from '#app/components/moment-mark.tsx';
import { OnlyFacilitators } from '#app/components/only-facilitators.tsx';
import { MOMENT_QUESTIONS } from '#domain/meeting/moment-questions.ts';
import type { Moment } from '#domain/write-up.ts';
import { useRoom } from './room-context.ts';

const AN = /^[AEIOU]/;

/** Questions by the kind of moment, for those who steer; one press asks everybody, above the moment. */
export function MomentQuestions({ moment }: { moment: Moment }) {
  const { room, own, phase, send, may } = useRoom();
  if (!own.actor.steers || !room.current || phase !== 'live') return null;
  const { stage, prompt } = room.current;
  const kind = MOMENT_WORD[moment.kind].toLowerCase();
  const mayShow = may('stage-change') === true;
  return (
    <section className="questions-here" aria-label="Questions for this moment">
      <OnlyFacilitators
        words={`Questions for ${AN.test(MOMENT_WORD[moment.kind]) ? 'an' : 'a'} ${kind}; only facilitators see this`}
      >
        <ul>
          {MOMENT_QUESTIONS[moment.kind].map((question) => (
            <li key={question}>
              <span>{question}</span>
              {prompt === question ? (
                <span className="quietly">everyone sees it</span>
              ) : (
                <button
                  type="button"
                  className="btn small"
                  disabled={!mayShow}
                  aria-label={`Show to all: ${question}`}
                  onClick={() => send({ command: 'stage-change', stage, prompt: question })}
                >
                  Show to all
                </button>
              )}
            </li>
          ))}
        </ul>
      </OnlyFacilitators>
    </section>
  );
}
