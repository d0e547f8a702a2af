import { Link } from 'react-router';
import { mayWalkIn } from '#domain/attendance/walk-in.ts';
import { useRoom } from './room-context.ts';
import { useRoomUi } from './room-ui.ts';

/** A9: to the page where somebody without an account notes on this device that they came; not while words are being written here. */
export function WalkInLink() {
  const { room, phase, rehearses } = useRoom();
  const { face, composed } = useRoomUi();
  if (rehearses || composed.open !== null || mayWalkIn(phase) !== true) return null;
  return (
    <p className="quietly small">
      <Link className="link" to={`/meetings/${room.id}/walk-in`} reloadDocument>
        {face === 'shared' ? 'Came without an account? Note it here' : 'Note that you came, if you like'}
      </Link>
    </p>
  );
}
