import { useEffect, useState } from 'react';
import { Refusal } from '#app/components/refusal.tsx';
import { CALL_ON, CALL_ON_WORDS, type CallOn } from '#domain/meeting/call-on.ts';
import { useRoom } from './room-context.ts';

const NOT_SENT = 'Not kept: the connection is gone. Try again once it is back.';

/** Before it starts: may whoever facilitates call on me? Three answers, for facilitators alone; pressed again, taken back. */
export function CallOnAsk() {
  const { room, own } = useRoom();
  const [answer, setAnswer] = useState<CallOn | null | undefined>(undefined);
  const [refused, setRefused] = useState<string | null>(null);
  const address = `/meetings/${room.id}/call-on`;
  const asks = !own.actor.guest && !own.actor.steers;
  useEffect(() => {
    if (!asks) return;
    fetch(address)
      .then(async (heard) => heard.ok && setAnswer(((await heard.json()) as { own: CallOn | null }).own))
      .catch(() => {});
  }, [address, asks]);
  if (!asks || answer === undefined) return null;
  const give = async (next: CallOn | null) => {
    const heard = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ answer: next }),
    }).catch(() => null);
    const body = (await heard?.json().catch(() => null)) as { own?: CallOn | null; refused?: string } | null;
    setRefused(heard?.ok ? null : (body?.refused ?? NOT_SENT));
    if (heard?.ok) setAnswer(next);
  };
  return (
    <section className="call-on" aria-labelledby="call-on-title">
      <h3 id="call-on-title">May the facilitator call on you?</h3>
      <div className="acts">
        {CALL_ON.map((one) => (
          <button
            key={one}
            type="button"
            className="btn"
            aria-pressed={answer === one}
            onClick={() => give(answer === one ? null : one)}
          >
            {CALL_ON_WORDS[one]}
          </button>
        ))}
      </div>
      <Refusal sentence={refused} />
      <p className="quietly small" role="status">
        {answer === null
          ? 'Only facilitators see it. You need not say.'
          : 'Kept, for facilitators alone. Press it again to take it back.'}
      </p>
    </section>
  );
}
