import { Refusal } from '#app/components/refusal.tsx';
import { NotTaken } from '#app/components/writing/not-taken.tsx';
import { WhenReady } from '#app/components/writing/writing.tsx';
import { Undo } from './advance.tsx';
import { Agenda } from './agenda.tsx';
import { AttendanceNote } from './attendance-note.tsx';
import { BroughtPanel } from './brought-panel.tsx';
import { Composer } from './composer.tsx';
import { Ended } from './ended.tsx';
import { FacilitatorNotes } from './facilitator-notes.tsx';
import { Floor } from './floor.tsx';
import { FootFacilitator } from './foot-facilitator.tsx';
import { FootParticipant } from './foot-participant.tsx';
import { GuestsPanel, WhoMayBeCalledOn } from './guests-panel.tsx';
import { MoreTimeAsk } from './inputs/more-time.tsx';
import { SignalsShown } from './inputs/signals.tsx';
import { LateCard } from './late-card.tsx';
import { LeadBar } from './lead-bar.tsx';
import { Lobby } from './lobby.tsx';
import { MyNotes } from './my-notes.tsx';
import { NotedLine } from './noted-line.tsx';
import { PausedNote } from './paused-note.tsx';
import { PhaseButton } from './phase-button.tsx';
import { useRoom } from './room-context.ts';
import { RoomTop } from './room-top.tsx';
import { ScreenPanel } from './screen-panel.tsx';
import { SheetLine } from './sheet-line.tsx';
import { Stage } from './stage.tsx';
import { NotKept } from './waiting-words.tsx';
import { WhereAmI } from './where-am-i.tsx';

/** One grid for every face, so that "left" means the same to everyone: agenda, stage, floor, controls. */
export function RoomFaces({ notice, remark }: { notice: string | null; remark: string | null }) {
  const { own, phase, room, rehearses } = useRoom();
  const running = phase === 'live' || phase === 'paused';
  const steers = own.actor.steers;
  return (
    <div className={steers ? 'room steering' : 'room'} data-rev={room.rev}>
      <nav aria-label="Within the room">
        <a className="skip" href="#stage-title">
          Skip to the stage
        </a>
        <a className="skip" href="#floor">
          Skip to the floor
        </a>
        <a className="skip" href="#controls">
          Skip to the controls
        </a>
      </nav>
      <RoomTop />
      <aside className="left" aria-label="Agenda" tabIndex={-1} data-region>
        <div className="mine-here narrow">
          {!rehearses && <WhereAmI />}
          <AttendanceNote />
        </div>
        <Agenda />
        {steers ? <FacilitatorNotes /> : null}
        {steers ? <WhoMayBeCalledOn /> : null}
        {steers ? <ScreenPanel /> : null}
        {steers && !rehearses ? <GuestsPanel /> : null}
        {steers ? <BroughtPanel /> : null}
        {!rehearses && <MyNotes />}
      </aside>
      <main className="stage-scroll" id="main" tabIndex={-1} data-region>
        <noscript>
          <p className="paused">
            The room lives in the browser and needs JavaScript. The write-up, and afterwards the record, do
            without.
          </p>
        </noscript>
        <LateCard />
        <PausedNote />
        <LeadBar />
        <WhenReady before={null}>{null}</WhenReady>
        <NotKept />
        <NotTaken />
        {running ? <Stage /> : phase === 'ended' || phase === 'cancelled' ? <Ended /> : <Lobby />}
      </main>
      <aside className="floor" id="floor" aria-label="Floor" tabIndex={-1} data-region>
        <Floor />
      </aside>
      <section className="bar" id="controls" aria-label="Controls" tabIndex={-1} data-region>
        <div className="above-bar">
          {notice && (
            <div>
              <Refusal sentence={notice} />
            </div>
          )}
          <p className="remark" role="status">
            {remark}
          </p>
          {steers && phase === 'live' && <SignalsShown />}
          {!steers && phase === 'live' && <MoreTimeAsk />}
          <NotedLine className="noted narrow" />
          <Undo />
          <Composer />
        </div>
        <SheetLine />
        {steers ? <FootFacilitator /> : phase === 'ended' ? <PhaseButton /> : <FootParticipant />}
      </section>
    </div>
  );
}
