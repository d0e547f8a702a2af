import { IconHandStop } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { Icon } from '#app/components/icon.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import { LONGEST_LABEL, LONGEST_TURN, TURN_TYPES, TURN_WORDS } from '#domain/meeting/queue-entry.ts';
import { About } from './about.tsx';
import { useRoom } from './room-context.ts';
import { useRoomUi } from './room-ui.ts';
import { useAnchor } from './use-anchor.ts';

/** What is it about? The type decides the turn: process first, then questions, additions, new points. */
export function RaiseHand() {
  const { send } = useRoom();
  const { composed, putAway, thank, showTab, face, drafts, change, forget } = useRoomUi();
  const draft = drafts.hand;
  const field = useRef<HTMLInputElement>(null);
  // each press brings the focus back
  useEffect(() => field.current?.focus(), [composed.presses]);
  const anchored = useAnchor('hand');
  const type = TURN_TYPES.find((one) => one === draft.type) ?? 'question';
  const [isForSomeone, setForSomeone] = useState(face === 'shared' || draft.whose !== '');
  const [refused, setRefused] = useState<string | null>(null);
  const raise = async () => {
    const [words, label] = [draft.words.trim(), draft.whose.trim()];
    const { target } = anchored.anchor;
    const sent = await send({ command: 'raise-hand', type, words, target, ...(label && { for: label }) });
    if (!sent.done) return setRefused(sent.sentence);
    forget('hand', draft.words);
    // never a form that was opened meanwhile, nor the words in it
    thank('hand', null);
    showTab('queue');
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        raise();
      }}
    >
      <p className="head">
        <b>
          <Icon of={IconHandStop} />
          Raise a hand
        </b>
        <About of={anchored} />
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
                onChange={() => change('hand', { type: one })}
              />
              {TURN_WORDS[one]}
            </label>
          ))}
        </div>
      </fieldset>
      <input
        className="input"
        ref={field}
        value={draft.words}
        onChange={(event) => change('hand', { words: event.currentTarget.value })}
        aria-label="In a few words, if you like"
        placeholder="In a few words, if you like"
        maxLength={LONGEST_TURN}
      />
      {isForSomeone && (
        <input
          className="input"
          value={draft.whose}
          onChange={(event) => change('hand', { whose: event.currentTarget.value })}
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
        <button type="button" className="btn small quiet" onClick={putAway}>
          Put away
        </button>
        {!isForSomeone && (
          <button type="button" className="linkish quiet small" onClick={() => setForSomeone(true)}>
            For someone here in the room
          </button>
        )}
      </div>
    </form>
  );
}
