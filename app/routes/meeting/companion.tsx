import { IconHandStop, IconParking, IconRoute } from '@tabler/icons-react';
import { CAPTURE_ICON } from '#app/components/capture-line.tsx';
import { Icon } from '#app/components/icon.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import { SealMark } from '#app/components/seal-mark.tsx';
import { NotTaken } from '#app/components/writing/not-taken.tsx';
import { Undo } from './advance.tsx';
import { AttendanceNote } from './attendance-note.tsx';
import { LeadingHelp, LeadingSigns, Steering } from './companion-steering.tsx';
import { Composer } from './composer.tsx';
import { Ended } from './ended.tsx';
import { AllKeys, ComposeButton, HandButton, KeysAndEnd } from './foot-participant.tsx';
import { GuestEnded, GuestStage } from './guest-stage.tsx';
import { MoreTimeAsk } from './inputs/more-time.tsx';
import { LateCard } from './late-card.tsx';
import { LeadBar } from './lead-bar.tsx';
import { Lobby } from './lobby.tsx';
import { NotedHere } from './noted-here.tsx';
import { NotedLine } from './noted-line.tsx';
import { PausedNote } from './paused-note.tsx';
import { usePitfalls } from './pitfalls.tsx';
import { ReadyButton, ReadyCount } from './ready.tsx';
import { useRoom } from './room-context.ts';
import { RoomTop } from './room-top.tsx';
import { useRoomUi } from './room-ui.ts';
import { SealedLine } from './sealed-line.tsx';
import { SheetLine } from './sheet-line.tsx';
import { Stage } from './stage.tsx';
import { Turn } from './turn.tsx';
import { useRoomKey } from './use-room-keys.ts';
import { NotKept, WaitingWords } from './waiting-words.tsx';
import { WalkInLink } from './walk-in-link.tsx';
import { WhereAmI } from './where-am-i.tsx';

/**
 * For whoever sits where the rest hangs on the wall: one stage, one sheet, everything of one's own under the thumb. Shared: one
 * device for people in the room who have none; it asks each time whose hand and whose words they are.
 */
export function Companion({ notice, remark }: { notice: string | null; remark: string | null }) {
  const { room, own, phase } = useRoom();
  const { face } = useRoomUi();
  const running = phase === 'live' || phase === 'paused';
  const over = phase === 'ended' || phase === 'cancelled';
  const { guest } = own.actor;
  const leads = own.actor.steers;
  const cards = usePitfalls();
  return (
    <div className={face === 'shared' ? 'companion shared' : 'companion'} data-rev={room.rev}>
      <nav aria-label="Within the room">
        <a className="skip" href="#stage-title">
          Skip to the stage
        </a>
        <a className="skip" href="#controls">
          Skip to the controls
        </a>
      </nav>
      <RoomTop />
      <main className="stage-scroll" id="main" tabIndex={-1} data-region>
        <LateCard />
        <PausedNote />
        <LeadBar />
        <NotKept />
        {face !== 'shared' && <NotTaken />}
        {running ? (
          guest ? (
            <GuestStage />
          ) : (
            <Stage />
          )
        ) : !over ? (
          <Lobby />
        ) : guest ? (
          <GuestEnded />
        ) : (
          <Ended />
        )}
        <NotedHere />
        {leads && <LeadingHelp cards={cards} />}
        <div className="mine-here narrow">
          <WhereAmI />
          <AttendanceNote />
        </div>
      </main>
      {!over && (
        <section className="bar" id="controls" aria-label="Controls" tabIndex={-1} data-region>
          <Refusal sentence={notice} />
          <p className="remark" role="status">
            {remark}
          </p>
          {phase === 'live' && face !== 'shared' && !own.actor.steers && <MoreTimeAsk />}
          <NotedLine />
          {leads && <LeadingSigns cards={cards} />}
          {face !== 'shared' && <Undo />}
          <Composer />
          <WaitingWords />
          <SheetLine />
          <MyTurns />
          {!running && (guest || face === 'shared') ? (
            <p className="quietly">Once it starts, hands are raised and things noted here.</p>
          ) : face === 'shared' ? (
            <SharedFoot />
          ) : (
            <OwnFoot />
          )}
        </section>
      )}
    </div>
  );
}

/** What I have raised, or what was raised here for others, with its place and the way to take it down. */
function MyTurns() {
  const { waiting, own } = useRoom();
  const { face } = useRoomUi();
  const mine = waiting.flatMap((turn, place) =>
    turn.by.id === own.actor.id && (face !== 'shared' || turn.raisedFor !== null) ? [{ turn, place }] : [],
  );
  if (mine.length === 0) return null;
  return (
    <ol className="queue">
      {mine.map(({ turn, place }) => (
        <Turn key={turn.id} turn={turn} place={place} />
      ))}
    </ol>
  );
}

function OwnFoot() {
  const { own, room } = useRoom();
  if (own.actor.steers)
    return (
      <>
        <FinishTurn />
        <Steering />
        <ReadyCount />
        <SealedLine />
      </>
    );
  return (
    <>
      <FinishTurn />
      <HandButton className="btn main" />
      <ReadyButton className="btn ready-button" />
      <Captures />
      {!own.actor.guest && (
        <ComposeButton what="park" keyName="park" className="btn">
          <Icon of={IconParking} size={17} />
          Park this
        </ComposeButton>
      )}
      {!own.actor.guest && room.kind === 'review' && (
        <ComposeButton what="seal" keyName="seal" className="btn">
          <SealMark size={17} />
          Seal an idea
        </ComposeButton>
      )}
      <ComposeButton what="signal" keyName="signal" className="btn">
        <Icon of={IconRoute} size={17} />
        Lost?
      </ComposeButton>
      <ReadyCount />
      {!own.actor.guest && <SealedLine />}
      <KeysAndEnd />
    </>
  );
}

/** Whoever speaks says that they have done, as in the whole room; for somebody without a device, the one that raised their hand. */
function FinishTurn() {
  const { room, own, send } = useRoom();
  const { face } = useRoomUi();
  const { speaking } = room;
  if (speaking === null || speaking.by.id !== own.actor.id) return null;
  const { raisedFor } = speaking;
  // its owner's own turn is no affair of everybody's device
  if (raisedFor === null && face === 'shared') return null;
  return (
    <button
      type="button"
      className="btn main"
      onClick={() => send({ command: 'finish-turn', entry: speaking.id })}
    >
      {raisedFor === null ? 'You have the turn. I am done' : `${raisedFor} has the turn. They are done`}
    </button>
  );
}

const CAPTURES = [
  { what: 'question', key: 'question', words: 'Question' },
  { what: 'insight', key: 'insight', words: 'Insight' },
  { what: 'different-view', key: 'view', words: 'Different view' },
] as const;

const Captures = () =>
  CAPTURES.map(({ what, key, words }) => (
    <ComposeButton key={what} what={what} keyName={key} className="btn">
      <Icon of={CAPTURE_ICON[what]} size={17} />
      {words}
    </ComposeButton>
  ));

function SharedFoot() {
  const { may } = useRoom();
  const { press, composed } = useRoomUi();
  const allowed = may('raise-hand');
  const raise = () => press('hand');
  useRoomKey('hand', allowed === true ? raise : null);
  return (
    <>
      <FinishTurn />
      <button
        type="button"
        className="btn main"
        onClick={raise}
        disabled={allowed !== true}
        title={allowed === true ? undefined : allowed}
        aria-expanded={composed.open === 'hand'}
      >
        <Icon of={IconHandStop} size={18} />
        Raise a hand for someone here
      </button>
      <Captures />
      <p className="quietly small shared-note">
        This device is everybody’s: it asks whose hand it is. Answers, texts and ready marks are for one’s own
        device.
      </p>
      <div className="shared-ends">
        <WalkInLink />
        <AllKeys />
      </div>
    </>
  );
}
