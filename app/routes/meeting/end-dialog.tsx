import { useState } from 'react';
import { BroughtList } from '#app/components/around/brought-list.tsx';
import { dayTimeOf } from '#app/components/clock-words.ts';
import { ConfirmDialog } from '#app/components/confirm-dialog.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import { isPoll, isPutInto } from '#domain/meeting/inputs.ts';
import type { StageKind } from '#domain/meeting/stage.ts';
import { useSession } from './action-session/use-board.ts';
import { isReached } from './inputs/own-boxes.ts';
import { useRoom } from './room-context.ts';
import { useRoomUi } from './room-ui.ts';

/** Ending says what was not reached, and what ending does. It can be opened again within a day. */
export function EndDialog({ open }: { open: boolean }) {
  const { room, own, zone, send } = useRoom();
  const { openDialog } = useRoomUi();
  const [refused, setRefused] = useState<string | null>(null);
  const ahead = room.stages.filter(({ state }) => state === 'ahead');
  const end = async () => {
    const sent = await send({ command: 'end' });
    setRefused(sent.done ? null : sent.sentence);
    if (sent.done) openDialog(null);
  };
  return (
    <ConfirmDialog
      open={open}
      title={room.kind === 'review' ? 'End the meeting?' : 'End the session?'}
      onClose={() => openDialog(null)}
      actions={
        <button type="button" className="btn main" onClick={end}>
          End it
        </button>
      }
    >
      <NoEndingYet />
      {ahead.length > 0 ? (
        <>
          <p>Not reached. They stay in the record as not reached:</p>
          <ul className="plain-list">
            {ahead.map((stage) => (
              <li key={stage.id}>{stage.title}</li>
            ))}
          </ul>
        </>
      ) : (
        <p>Every stage was reached.</p>
      )}
      <NotShownYet />
      <BroughtAtTheEnd />
      <p className="quietly">
        Everything captured and parked is kept.
        {room.kind === 'review' &&
          (own.soakWaitsFor
            ? ` The soak waits for the further review meeting on ${dayTimeOf(own.soakWaitsFor, zone)}, and starts when that one ends.`
            : ' The soak starts now.')}{' '}
        A facilitator can open it again within a day.
      </p>
      <Refusal sentence={refused} />
    </ConfirmDialog>
  );
}

/** Whoever ends may have forgotten that something waits there. That something does is not said: it would tell who looked when (U2). */
function NotShownYet() {
  const { room } = useRoom();
  const closed = room.stages.filter((stage) => takesWords(stage.kind) && isReached(stage) && !stage.opened);
  if (closed.length === 0) return null;
  return (
    <>
      <p>
        Not shown yet, if anything was written there. It can be shown for a day, from the record; after that
        to nobody:
      </p>
      <ul className="plain-list">
        {closed.map((stage) => (
          <li key={stage.id}>{stage.title}</li>
        ))}
      </ul>
    </>
  );
}

const takesWords = (kind: StageKind) => isPutInto(kind) && !isPoll(kind);

/** Whether each question brought beforehand was touched: the record will say it, so it can still be said here. */
function BroughtAtTheEnd() {
  const { facilitator, send } = useRoom();
  const questions = facilitator?.brought.questions ?? [];
  if (questions.length === 0) return null;
  return (
    <>
      <p>Brought beforehand. The record will say which of them were touched:</p>
      <BroughtList
        questions={questions}
        touch={(id, touched) => send({ command: 'touch', brought: id, touched })}
      />
    </>
  );
}

/** S10: an action session may close without an ending, though not by oversight. */
function NoEndingYet() {
  const { room } = useRoom();
  const { outcome } = useSession();
  if (room.kind !== 'action' || outcome !== null) return null;
  const stage = room.stages.find(({ kind }) => kind === 'outcome');
  return (
    <>
      <p>
        <b>No ending is written down yet.</b> To write it, go to “{stage?.title ?? 'How we end'}”, choose one
        of the two endings and press “Write it down”.
      </p>
      <p>Ended without one, the review is not done. What you have typed there waits in this tab.</p>
    </>
  );
}
