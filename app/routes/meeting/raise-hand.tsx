import { IconHandStop } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { Icon } from '#app/components/icon.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import {
  LONGEST_LABEL,
  LONGEST_TURN,
  TURN_TYPES,
  TURN_WORDS,
  type TurnType,
} from '#domain/meeting/queue-entry.ts';
import { useRoom } from './room-context.ts';
import { useRoomUi } from './room-ui.ts';
import { useTargetHere } from './target-here.ts';

/** What is it about? The type decides the turn: process first, then questions, additions, new points. */
export function RaiseHand() {
  const { send } = useRoom();
  const { composed, compose, thank, showTab, face } = useRoomUi();
  const field = useRef<HTMLInputElement>(null);
  // each press brings the focus back
  useEffect(() => field.current?.focus(), [composed.presses]);
  const target = useTargetHere();
  const [type, setType] = useState<TurnType>('question');
  const [forSomeone, setForSomeone] = useState(face === 'shared');
  const [refused, setRefused] = useState<string | null>(null);
  const raise = async (form: FormData) => {
    const words = String(form.get('words') ?? '').trim();
    const label = String(form.get('for') ?? '').trim();
    const sent = await send({ command: 'raise-hand', type, words, target, ...(label && { for: label }) });
    if (!sent.done) return setRefused(sent.sentence);
    // never a form that was opened meanwhile, nor the words in it
    thank('hand', null);
    showTab('queue');
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        raise(new FormData(event.currentTarget));
      }}
    >
      <p className="head">
        <b>
          <Icon of={IconHandStop} />
          Raise a hand
        </b>
      </p>
      <fieldset className="kinds">
        <legend className="sr">What it is about</legend>
        <div className="seg">
          {TURN_TYPES.map((one) => (
            <label key={one}>
              <input
                type="radio"
                name="type"
                value={one}
                checked={type === one}
                onChange={() => setType(one)}
              />
              {TURN_WORDS[one]}
            </label>
          ))}
        </div>
      </fieldset>
      <input
        className="input"
        name="words"
        ref={field}
        aria-label="In a few words, if you like"
        placeholder="In a few words, if you like"
        maxLength={LONGEST_TURN}
      />
      {forSomeone && (
        <input
          className="input"
          name="for"
          aria-label="For whom, in the room here"
          placeholder="For whom, in the room here?"
          maxLength={LONGEST_LABEL}
          required={face === 'shared'}
          autoComplete="off"
        />
      )}
      <Refusal sentence={refused} />
      <div className="acts">
        <button type="submit" className="btn small">
          Raise it
        </button>
        <button type="button" className="btn small quiet" onClick={() => compose(null)}>
          Put away
        </button>
        {!forSomeone && (
          <button type="button" className="linkish quiet small" onClick={() => setForSomeone(true)}>
            For someone here in the room
          </button>
        )}
      </div>
    </form>
  );
}
