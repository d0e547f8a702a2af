import { Drop } from '#app/components/drop.tsx';
import { SegChoice } from '#app/components/seg.tsx';
import { useRoom } from './room-context.ts';
import { useRoomUi, type Where } from './room-ui.ts';
import { FACE_WORDS, type RoomFace } from './use-face.ts';

const WORDS: Record<Where, string> = { room: 'In the room', remote: 'Remote' };

const FACE_SAYS: Record<RoomFace, string> = {
  full: 'Agenda, stage, floor and all controls.',
  companion: 'For a phone or laptop beside the screen on the wall: what is yours, in large buttons.',
  shared: 'One device for people in the room who have none: it asks whose hand it is each time.',
};

/** Chosen at the door for the queue's sake, kept in presence alone; never attendance, which each states for themselves (M18). */
export function WhereAmI() {
  const { phase, own } = useRoom();
  const faces = (Object.keys(FACE_WORDS) as RoomFace[]).filter((one) => one !== 'full' || !own.actor.guest);
  const { where, setWhere, face, setFace } = useRoomUi();
  const choice = (
    <>
      <SegChoice
        label="How this device shows the room"
        name="face"
        options={faces.map((value) => ({ value, words: FACE_WORDS[value] }))}
        chosen={face}
        onChoose={setFace}
      />
      <p className="quietly small">{FACE_SAYS[face]}</p>
    </>
  );
  if (phase === 'ended' || phase === 'cancelled')
    // where nobody is asked any more; the way back to the whole room stays
    return own.actor.guest || face === 'full' ? null : (
      <Drop summary={<span className="linkish quiet">{FACE_WORDS[face]}</span>}>
        <div className="note-form">{choice}</div>
      </Drop>
    );
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
        {choice}
      </div>
    </Drop>
  );
}
