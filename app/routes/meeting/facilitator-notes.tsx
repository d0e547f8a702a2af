import { OnlyFacilitators } from '#app/components/only-facilitators.tsx';
import { useRoom } from './room-context.ts';

/** The private notes of the stage the group is in (P6). */
export function FacilitatorNotes() {
  const { facilitator, room } = useRoom();
  const note = room.current && facilitator?.notes[room.current.stage];
  if (!note) return null;
  return (
    <OnlyFacilitators>
      {note.split(/\n+/).map((line, place) => (
        <p key={`${place} ${line}`}>{line}</p>
      ))}
    </OnlyFacilitators>
  );
}
