import { IconRoute } from '@tabler/icons-react';
import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { Icon } from '#app/components/icon.tsx';
import { listed } from '#app/components/listed.ts';
import { Refusal } from '#app/components/refusal.tsx';
import { useTabBox } from '#app/components/unsigned/tab-box.ts';
import {
  FREE_SIGNALS,
  LONGEST_WORD,
  SAY_WHICH_WORD,
  SIGNAL_WORDS,
  type Signal,
} from '#domain/meeting/inputs.ts';
import { timeLeftMs } from '#domain/meeting/pace.ts';
import type { RoomProjection } from '#domain/meeting/projection.ts';
import { useRoom } from '../room-context.ts';
import { useRoomUi } from '../room-ui.ts';
import { useTick } from '../server-clock.ts';
import { putUnsigned } from './put-unsigned.ts';
import { useInputs } from './use-inputs.ts';

/** A sign to whoever leads, without a name: it shows there after a while drawn by chance, as words and never as a number (U2). */
export function SignalForm() {
  const { room, own } = useRoom();
  const { say, thank, composed } = useRoomUi();
  const asked = useTabBox(`word:${room.id}`, own.actor.id);
  const [refused, setRefused] = useState<string | null>(null);
  const first = useRef<HTMLButtonElement>(null);
  // each press brings the focus here
  useEffect(() => first.current?.focus(), [composed.presses]);
  const give = async (signal: Signal, word?: string) => {
    const sent = await putUnsigned(room.id, { command: 'signal', signal, word });
    if (!sent.done) return setRefused(sent.sentence);
    if (word !== undefined) asked.type('');
    const thanks = 'The facilitators will see it in a moment, without your name.';
    say(thanks);
    thank('signal', thanks);
  };
  const ask = (event: SubmitEvent) => {
    event.preventDefault();
    const word = asked.draft.trim();
    if (word === '') setRefused(SAY_WHICH_WORD);
    else void give('explain', word);
  };
  return (
    <div className="signal-form">
      <div className="head">
        <b>
          <Icon of={IconRoute} />A sign, without your name
        </b>
      </div>
      <div className="acts">
        {ONE_TAP.map((signal, at) => (
          <button
            key={signal}
            type="button"
            className="btn"
            onClick={() => give(signal)}
            ref={at === 0 ? first : undefined}
          >
            {SIGNAL_WORDS[signal]}
          </button>
        ))}
      </div>
      <form className="acts" onSubmit={ask}>
        <input
          className="input brief"
          aria-label="A word to explain"
          placeholder="A word to explain"
          value={asked.draft}
          onChange={(event) => asked.type(event.currentTarget.value)}
          maxLength={LONGEST_WORD}
          autoComplete="off"
        />
        <button type="submit" className="btn">
          {SIGNAL_WORDS.explain}
        </button>
      </form>
      <p className="quietly small">
        Facilitators see the words, not how many ask and not who. It shows after 5 to 20 seconds, for a
        minute, and is written nowhere. A word stands there as you type it: how you put it may tell who you
        are.
      </p>
      <Refusal sentence={refused} />
    </div>
  );
}

const ONE_TAP = FREE_SIGNALS.filter((signal) => signal !== 'explain');
const ASK_EVERY_MS = 5_000;
const SHOWN: Record<Exclude<Signal, 'explain'>, string> = {
  slower: 'Slower, please.',
  lost: 'Somebody lost the thread.',
  'more-time': 'Somebody asks for more time here.',
};
const MORE_MINUTES = 2;

/** For those who steer, above their controls. More time is a wish for the stage whose time is up, gone once there is some. */
export function SignalsShown() {
  const { room, clock, may, send, rehearses } = useRoom();
  const inputs = useInputs(null, rehearses ? null : ASK_EVERY_MS);
  const isUp = (timeLeftMs(room, new Date(useTick(clock, 1000))) ?? 1) <= 0;
  const signals = (inputs?.signals ?? []).filter((signal) => signal !== 'more-time' || isUp);
  const isAsked = signals.includes('more-time') && may('timer-add') === true;
  return (
    <div className="signals-shown">
      <p className="remark signals" role="status">
        {signals
          .map((signal) => (signal === 'explain' ? explainWords(inputs?.toExplain ?? []) : SHOWN[signal]))
          .join(' ')}
      </p>
      {isAsked && (
        <button
          type="button"
          className="btn small"
          onClick={() => send({ command: 'timer-add', seconds: secondsTo(room, clock.now()) })}
        >
          Give {MORE_MINUTES} more minutes
        </button>
      )}
    </div>
  );
}

const explainWords = (words: readonly string[]) =>
  words.length === 0 ? '' : `Please explain ${listed(words.map((word) => `“${word}”`))}.`;

/** From now on, whatever the stage is over already. */
const secondsTo = (room: RoomProjection, now: number): number =>
  Math.min(3600, MORE_MINUTES * 60 - Math.floor((timeLeftMs(room, new Date(now)) ?? 0) / 1000));
