import { IconRoute } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { Icon } from '#app/components/icon.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import { SIGNAL_WORDS, SIGNALS, type Signal } from '#domain/meeting/inputs.ts';
import { useRoom } from '../room-context.ts';
import { useRoomUi } from '../room-ui.ts';
import { putUnsigned } from './put-unsigned.ts';
import { useInputs } from './use-inputs.ts';

/** A sign to whoever leads, without a name: it shows there after a while drawn by chance, as words and never as a number (U2). */
export function SignalForm() {
  const { room } = useRoom();
  const { say, thank, composed } = useRoomUi();
  const [refused, setRefused] = useState<string | null>(null);
  const first = useRef<HTMLButtonElement>(null);
  // each press brings the focus here
  useEffect(() => first.current?.focus(), [composed.presses]);
  const give = async (signal: Signal) => {
    const sent = await putUnsigned(room.id, { command: 'signal', signal });
    if (!sent.done) return setRefused(sent.sentence);
    const thanks = 'The facilitators will see it in a moment, without your name.';
    say(thanks);
    thank('signal', thanks);
  };
  return (
    <div className="signal-form">
      <div className="head">
        <b>
          <Icon of={IconRoute} />A sign, without your name
        </b>
      </div>
      <div className="acts">
        {SIGNALS.map((signal, at) => (
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
      <p className="quietly small">
        Facilitators see the words, not how many and not who. It shows after 5 to 20 seconds, and is kept
        nowhere.
      </p>
      <Refusal sentence={refused} />
    </div>
  );
}

const ASK_EVERY_MS = 5_000;
const SHOWN: Record<Signal, string> = { slower: 'Slower, please.', lost: 'Somebody lost the thread.' };

/** For those who steer, above their controls. */
export function SignalsShown() {
  const inputs = useInputs(null, ASK_EVERY_MS);
  const signals = inputs?.signals ?? [];
  return (
    <p className="remark signals" role="status">
      {signals.map((signal) => SHOWN[signal]).join(' ')}
    </p>
  );
}
