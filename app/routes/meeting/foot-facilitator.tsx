import { IconChevronsRight, IconDots, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { CAPTURE_ICON } from '#app/components/capture-line.tsx';
import { Drop } from '#app/components/drop.tsx';
import { Icon } from '#app/components/icon.tsx';
import { SealMark } from '#app/components/seal-mark.tsx';
import { timeLeftMs } from '#domain/meeting/pace.ts';
import { Advance } from './advance.tsx';
import { AllKeys, ComposeButton, HandButton } from './foot-participant.tsx';
import { PhaseButton } from './phase-button.tsx';
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

/** What everyone may do is the facilitator's too; ending is here, never one key away. */
function More() {
  const { room, may, send, rehearses } = useRoom();
  const onward = room.stages[room.stages.findIndex(({ id }) => id === room.current?.stage) + 1];
  const { openDialog } = useRoomUi();
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
        Park this
      </ComposeButton>
      {room.kind === 'review' && (
        <ComposeButton what="seal" keyName="seal" className="item">
          <SealMark size={17} />
          Seal an idea
        </ComposeButton>
      )}
      <AllKeys />
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
      {onward && may('next') === true && (
        <button type="button" className="item" onClick={() => send({ command: 'next' })}>
          <Icon of={IconChevronsRight} size={17} />
          On to “{onward.title}”
        </button>
      )}
      <PhaseButton steps={['pause']} className="item" />
      {may('end') === true && (
        <button type="button" className="item" onClick={() => openDialog('end')}>
          End the meeting…
        </button>
      )}
    </Drop>
  );
}
