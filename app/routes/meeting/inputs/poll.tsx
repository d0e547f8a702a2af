import { IconCheck } from '@tabler/icons-react';
import { type SubmitEvent, useEffect, useId, useRef, useState } from 'react';
import { Icon } from '#app/components/icon.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import { UnsignedLabel } from '#app/components/unsigned/unsigned-label.tsx';
import { CHOICES, type PollKind } from '#domain/meeting/inputs.ts';
import { useRoom } from '../room-context.ts';
import { useRoomUi } from '../room-ui.ts';
import { useRoomKey } from '../use-room-keys.ts';
import { putUnsigned } from './put-unsigned.ts';

const nameOf = (stage: string, person: string) => `soak.answered:${person}:${stage}`;

/** One unsigned answer; counts appear when the poll is closed (U2). */
export function Poll({ stage, kind, question }: { stage: string; kind: PollKind; question: string }) {
  const { room, own } = useRoom();
  const name = nameOf(stage, own.actor.id);
  const labelled = useId();
  const { say } = useRoomUi();
  const [answered, setAnswered] = useState(false);
  const [choice, choose] = useState<string | null>(null);
  const [id, setId] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  useEffect(() => setAnswered(sessionStorage.getItem(name) !== null), [name]);
  const first = useRef<HTMLInputElement>(null);
  useRoomKey('unsigned', answered ? null : () => first.current?.focus());
  const answer = async (event: SubmitEvent) => {
    event.preventDefault();
    if (choice === null) return setRefused('Choose one first.');
    const chosen = id ?? crypto.randomUUID();
    setId(chosen);
    const sent = await putUnsigned(room.id, { command: 'answer', stage, id: chosen, choice });
    setRefused(sent.done ? null : sent.sentence);
    if (!sent.done) return;
    // that there was one, never which
    sessionStorage.setItem(name, 'yes');
    setAnswered(true);
    say('Your answer is in, without your name.');
  };
  if (answered)
    return (
      <p className="answered">
        <Icon of={IconCheck} />
        Your answer is in, without your name. The counts come when the poll closes.
      </p>
    );
  return (
    <form className="poll" onSubmit={answer}>
      <fieldset aria-describedby={labelled}>
        <legend className="sr">{question}</legend>
        {CHOICES[kind].map((one, at) => (
          <label key={one.choice} className={choice === one.choice ? 'choice is-chosen' : 'choice'}>
            <input
              ref={at === 0 ? first : undefined}
              type="radio"
              name="choice"
              value={one.choice}
              checked={choice === one.choice}
              onChange={() => choose(one.choice)}
            />
            {one.words}
          </label>
        ))}
      </fieldset>
      <UnsignedLabel kind="poll" id={labelled} />
      <Refusal sentence={refused} />
      <div className="acts">
        <button type="submit" className="btn">
          Answer
        </button>
      </div>
    </form>
  );
}
