import { useEffect, useState } from 'react';
import { Refusal } from '#app/components/refusal.tsx';
import { timeLeftMs } from '#domain/meeting/pace.ts';
import { useRoom } from '../room-context.ts';
import { useRoomUi } from '../room-ui.ts';
import { useTick } from '../server-clock.ts';
import { putUnsigned } from './put-unsigned.ts';

/** Asked at zero, of everyone but those who steer, once a stage: whether more time would help here. Without a name (U2). */
export function MoreTimeAsk() {
  const { room, clock, rehearses } = useRoom();
  const { say } = useRoomUi();
  const now = useTick(clock, 1000);
  const [answered, setAnswered] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const stage = room.current?.stage ?? null;
  const left = timeLeftMs(room, new Date(now));
  const asks =
    stage !== null &&
    left !== null &&
    left <= 0 &&
    room.current?.timer.state === 'running' &&
    answered !== stage;
  useEffect(() => {
    if (asks) say('The time for this is up. Would more time help? You can say so without your name.');
  }, [asks, say]);
  if (!asks) return null;
  const wish = async () => {
    const sent = rehearses
      ? ({ done: true } as const)
      : await putUnsigned(room.id, { command: 'signal', signal: 'more-time' });
    setRefused(sent.done ? null : sent.sentence);
    if (!sent.done) return;
    setAnswered(stage);
    say('The facilitators will see it in a moment, without your name.');
  };
  return (
    <div className="more-time">
      <p>
        <b>The time for this is up.</b> Would more time help here? Facilitators see that somebody asked, not
        who and not how many.
      </p>
      <Refusal sentence={refused} />
      <div className="acts">
        <button type="button" className="btn small" onClick={wish}>
          More time, please
        </button>
        <button type="button" className="btn small quiet" onClick={() => setAnswered(stage)}>
          We can go on
        </button>
      </div>
    </div>
  );
}
