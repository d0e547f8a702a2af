import { Face } from '#app/components/face.tsx';
import { faceOf, listed } from './people-shown.ts';
import { useRoom } from './room-context.ts';

/** On a phone the sheet says who speaks and when my turn comes; the whole floor stands further down the page. */
export function SheetLine() {
  const { room, waiting, own } = useRoom();
  if (!room.speaking && waiting.length === 0) return null;
  const names = waiting.map(({ by, raisedFor }) => raisedFor ?? (by.id === own.actor.id ? 'you' : by.name));
  const until = names.indexOf('you');
  const shown = until === -1 ? names.slice(0, 2) : names.slice(0, Math.min(until, 2) + 1);
  return (
    <p className="sheet-line">
      {room.speaking && (
        <>
          <Face of={faceOf(room.speaking.by)} named />
          <span>
            <b>{room.speaking.raisedFor ?? room.speaking.by.name}</b> is speaking
          </span>
        </>
      )}
      {shown.length > 0 && <span className="pos">then {listed(shown)}</span>}
    </p>
  );
}
