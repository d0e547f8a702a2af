import {
  IconChevronsRight,
  IconDots,
  IconParking,
  IconPlayerPause,
  IconPlayerPlay,
} from '@tabler/icons-react';
import { CAPTURE_ICON } from '#app/components/capture-line.tsx';
import { Drop } from '#app/components/drop.tsx';
import { Icon } from '#app/components/icon.tsx';
import { SealMark } from '#app/components/seal-mark.tsx';
import { timeLeftMs } from '#domain/meeting/pace.ts';
import { Advance } from './advance.tsx';
import { useArmed } from './armed.ts';
import { AllKeys, ComposeButton, HandButton } from './foot-participant.tsx';
import { PhaseButton } from './phase-button.tsx';
import { useQueueDoor } from './queue-door.ts';
import { ReadyButton, ReadyCount } from './ready.tsx';
import { useRoom } from './room-context.ts';
import { useRoomUi } from './room-ui.ts';
import { useTick } from './server-clock.ts';
import { SpotlightButtons, SpotlightItems } from './spotlight-buttons.tsx';
import { Timer } from './timer.tsx';
import { useRoomKey } from './use-room-keys.ts';

/** The hand's controls of those who steer: time, spotlight, everyone's own under More, then Back and Next. */
export function FootFacilitator() {
  const { room, phase } = useRoom();
  return (
    <>
      {room.current && (
        <>
          <Timer />
          <TimerButtons />
          <span className="gap" />
          <SpotlightButtons />
        </>
      )}
      {!room.current && <span className="gap" />}
      <More />
      <span className="vr" />
      <ReadyCount />
      <PhaseButton steps={['open', 'start', 'resume', 'reopen']} />
      {phase === 'live' && <Advance />}
    </>
  );
}

function TimerButtons() {
  const { room, send, may, clock } = useRoom();
  const running = room.current?.timer.state === 'running';
  const over = (timeLeftMs(room, new Date(useTick(clock))) ?? 0) < 0;
  const toggle = () => send({ command: running ? 'timer-pause' : 'timer-start' });
  const add = (seconds: number) => send({ command: 'timer-add', seconds });
  const mayToggle = may(running ? 'timer-pause' : 'timer-start') === true;
  const mayAdd = may('timer-add') === true;
  useRoomKey('timer', mayToggle ? toggle : null);
  useRoomKey('more', mayAdd ? () => add(60) : null);
  useRoomKey('less', mayAdd ? () => add(-60) : null);
  return (
    <span className="acts timer-acts">
      <button
        type="button"
        className="btn small"
        onClick={toggle}
        disabled={!mayToggle}
        aria-label={running ? 'Pause the timer' : 'Let the timer run'}
        aria-keyshortcuts="T"
      >
        <Icon of={running ? IconPlayerPause : IconPlayerPlay} />
      </button>
      <button
        type="button"
        className="btn small"
        onClick={() => add(-60)}
        disabled={!mayAdd}
        aria-label="−1 minute"
      >
        −1
      </button>
      <button
        type="button"
        className="btn small"
        onClick={() => add(60)}
        disabled={!mayAdd}
        aria-label="+1 minute"
      >
        +1
      </button>
      {over && (
        <button
          type="button"
          className="btn small"
          onClick={() => add(180)}
          disabled={!mayAdd}
          aria-label="+3 minutes"
        >
          +3
        </button>
      )}
    </span>
  );
}

/** What everyone may do is the facilitator's too, and what is steered now and then; ending is here, never one key away. */
export function More() {
  const { room } = useRoom();
  return (
    <Drop
      up
      summary={
        <span className="btn quiet">
          <Icon of={IconDots} size={17} />
          More
        </span>
      }
    >
      <SpotlightItems />
      <HandButton className="item" />
      <ReadyButton className="item" />
      <ComposeButton what="question" keyName="question" className="item">
        <Icon of={CAPTURE_ICON.question} size={17} />
        Question
      </ComposeButton>
      <ComposeButton what="insight" keyName="insight" className="item">
        <Icon of={CAPTURE_ICON.insight} size={17} />
        Insight
      </ComposeButton>
      <ComposeButton what="different-view" keyName="view" className="item">
        <Icon of={CAPTURE_ICON['different-view']} size={17} />
        Different view
      </ComposeButton>
      <ComposeButton what="park" keyName="park" className="item">
        <Icon of={IconParking} size={17} />
        Park this
      </ComposeButton>
      {room.kind === 'review' && (
        <ComposeButton what="seal" keyName="seal" className="item">
          <SealMark size={17} />
          Seal an idea
        </ComposeButton>
      )}
      <AllKeys />
      <SteeringItems />
    </Drop>
  );
}

function SteeringItems() {
  const { may, rehearses } = useRoom();
  const { openDialog, face } = useRoomUi();
  const door = useQueueDoor();
  const end = may('end') === true ? () => openDialog('end') : null;
  useRoomKey('end', end);
  return (
    <>
      {may('stage-change') === true && (
        <button type="button" className="item" onClick={() => openDialog('agenda')}>
          Change the agenda…
        </button>
      )}
      {may('roles') === true && (
        <button type="button" className="item" onClick={() => openDialog('facilitators')}>
          Who facilitates…
        </button>
      )}
      {!rehearses && (
        <button type="button" className="item" onClick={() => openDialog('screen')}>
          The screen on the wall…
        </button>
      )}
      <Onward />
      {/* in the whole room it stands below the queue */}
      {face === 'companion' && door.press && (
        <button type="button" className="item" onClick={door.press} aria-keyshortcuts="O">
          {door.words}
        </button>
      )}
      <PhaseButton steps={['pause']} className="item" />
      {end && (
        <button type="button" className="item" onClick={end} aria-keyshortcuts="Shift+E">
          End the meeting…
        </button>
      )}
    </>
  );
}

/** Past what is left of this stage. The second press goes, and the sheet stays open for it. */
function Onward() {
  const { room, may, send } = useRoom();
  const { view, say } = useRoomUi();
  const onward = room.stages[room.stages.findIndex(({ id }) => id === room.current?.stage) + 1];
  const go = async () => {
    if ((await send({ command: 'next' })).done) view.back();
  };
  const { armed, press } = useArmed(go, room.current?.stage);
  if (!onward || may('next') !== true) return null;
  const onClick = () => {
    if (!armed) say(`Press again to go to ${onward.title}.`);
    press();
  };
  return (
    <button type="button" className="item" onClick={onClick} data-stays={armed ? undefined : ''}>
      <Icon of={IconChevronsRight} size={17} />
      {armed ? 'Press again to go on to' : 'On to'} “{onward.title}”
    </button>
  );
}
