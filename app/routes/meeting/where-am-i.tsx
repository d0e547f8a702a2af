import { Drop } from '#app/components/drop.tsx';
import { SegChoice } from '#app/components/seg.tsx';
import { useRoom } from './room-context.ts';
import { useRoomUi, type Where } from './room-ui.ts';

const WORDS: Record<Where, string> = { room: 'In the room', remote: 'Remote' };

/** Chosen at the door for the queue's sake, kept in presence alone; never attendance, which each states for themselves (M18). */
export function WhereAmI() {
  const { phase } = useRoom();
  const { where, setWhere } = useRoomUi();
  if (phase === 'ended' || phase === 'cancelled') return null;
  return (
    <Drop summary={<span className="linkish quiet">{where === null ? 'Where are you?' : WORDS[where]}</span>}>
      <div className="note-form">
        <SegChoice
          label="Where you are just now"
          name="where"
          options={[
            { value: 'room', words: WORDS.room },
            { value: 'remote', words: WORDS.remote },
          ]}
          chosen={where ?? undefined}
          onChoose={setWhere}
        />
        <p className="quietly small">Shown beside your hand while you are here. Nothing is stored.</p>
      </div>
    </Drop>
  );
}
