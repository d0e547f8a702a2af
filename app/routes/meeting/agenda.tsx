import { IconCheck } from '@tabler/icons-react';
import { dayOf, timeOf } from '#app/components/clock-words.ts';
import { Icon } from '#app/components/icon.tsx';
import { Vessel } from '#app/components/vessel.tsx';
import { expectedEnd, isSkipped, spentMs } from '#domain/meeting/pace.ts';
import type { RoomProjection, StageShown } from '#domain/meeting/projection.ts';
import { MINUTE_MS } from '#domain/meeting/timer.ts';
import { useArmed } from './armed.ts';
import { Drift } from './drift.tsx';
import { useRoom } from './room-context.ts';
import { useRoomUi } from './room-ui.ts';
import { useTick } from './server-clock.ts';

/** The agenda, left on every face of the room: done, now, ahead, with minutes. Those who steer may go to a stage from here. */
export function Agenda() {
  const { room, own, zone, clock, phase } = useRoom();
  const now = useTick(clock, 5000);
  const steers = own.actor.steers;
  const ends = expectedEnd(room, new Date(now));
  return (
    <section aria-labelledby="agenda-title">
      <h2 id="agenda-title">
        Agenda <span>{steers || !ends ? `${room.minutes} min` : `to about ${timeOf(ends, zone)}`}</span>
      </h2>
      <ol className="agenda">
        {room.stages.map((stage) => (
          <AgendaStage key={stage.id} stage={stage} room={room} now={now} />
        ))}
      </ol>
      {phase === 'lobby' && (
        <p className="drift">
          Starts {dayOf(room.startsAt, zone)}, {timeOf(room.startsAt, zone)}.
        </p>
      )}
      {steers && room.current && <Drift room={room} now={now} />}
    </section>
  );
}

function AgendaStage({ stage, room, now }: { stage: StageShown; room: RoomProjection; now: number }) {
  const { own, phase } = useRoom();
  const current = stage.state === 'now';
  const skipped = isSkipped(stage, room);
  const passedOver = stage.state === 'unreached' ? 'not reached' : skipped && 'skipped';
  const words = { ahead: '', now: ', now', left: ', done', unreached: '' }[stage.state];
  const mayGo = own.actor.steers && phase === 'live' && !current;
  return (
    <li
      className={current ? 'now' : stage.state === 'left' || skipped ? 'done' : ''}
      aria-current={current ? 'step' : undefined}
    >
      <span className="tk">
        {stage.state === 'left' && <Icon of={IconCheck} size={15} />}
        {current && (
          <Vessel level={spentMs(stage, room, new Date(now)) / (stage.minutes * MINUTE_MS)} size={14} />
        )}
      </span>
      <span className="nm">
        {mayGo ? <GoTo stage={stage} /> : stage.title}
        {passedOver ? <small>{passedOver}</small> : <span className="sr">{words}</span>}
      </span>
      <Minutes stage={stage} room={room} />
    </li>
  );
}

/** The second press goes: whoever clicks here only to look moves nobody. */
function GoTo({ stage }: { stage: StageShown }) {
  const { room, send } = useRoom();
  const { view, say } = useRoomUi();
  const go = async () => {
    // whoever moves the group goes with it
    if ((await send({ command: 'go', stage: stage.id })).done) view.back();
  };
  const { armed, press } = useArmed(go, room.current?.stage);
  const onClick = () => {
    if (!armed) say(`Press again to go to ${stage.title}.`);
    press();
  };
  return (
    <button type="button" className="go" onClick={onClick}>
      {!armed && <span className="sr">Go to </span>}
      {stage.title} {armed && <small className="again">Press again to go</small>}
    </button>
  );
}

function Minutes({ stage, room }: { stage: StageShown; room: RoomProjection }) {
  const { own } = useRoom();
  // As the record says it: a stage that was reached took a minute at least.
  const took = Math.max(1, Math.round(stage.spentMs / MINUTE_MS));
  const differs =
    own.actor.steers && stage.state === 'left' && room.current !== null && took !== stage.minutes;
  return (
    <span className="mn num">
      {differs ? (
        <>
          <s>
            <span className="sr">planned </span>
            {stage.minutes}
          </s>{' '}
          <span className="sr">took </span>
          {took}
        </>
      ) : (
        stage.minutes
      )}
      <span className="sr"> minutes</span>
    </span>
  );
}
