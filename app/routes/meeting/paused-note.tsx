import { useRoom } from './room-context.ts';
import { useRoomUi } from './room-ui.ts';

/** Paused by hand, or by the program because nobody steered any more (M18): why, and what can be done. */
export function PausedNote() {
  const { room, phase, own, may } = useRoom();
  const { openDialog } = useRoomUi();
  if (phase !== 'paused') return null;
  if (!room.pausedByItself)
    return <p className="paused">The meeting is paused. Nothing runs until it goes on.</p>;
  return (
    <div className="paused" role="status">
      <p>
        The meeting is paused: nobody had moved it for half an hour past its planned end. Nothing is lost.{' '}
        {own.actor.steers
          ? 'Go on where you were, or end it.'
          : 'Those who facilitate it can go on or end it, whenever they are back.'}
      </p>
      {may('end') === true && (
        <p className="acts">
          <button type="button" className="btn small" onClick={() => openDialog('end')}>
            End the meeting…
          </button>
        </p>
      )}
    </div>
  );
}
