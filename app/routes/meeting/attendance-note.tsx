import { useState } from 'react';
import { Drop } from '#app/components/drop.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import { SegChoice } from '#app/components/seg.tsx';
import type { Attendance } from '#domain/meeting/attendance.ts';
import { useRoom } from './room-context.ts';

const HOW = [
  { value: 'choice', words: 'By choice' },
  { value: 'asked', words: 'I was asked' },
] as const;
const MODE = [
  { value: 'room', words: 'In the room' },
  { value: 'remote', words: 'Remote' },
  { value: 'later', words: 'Read later' },
] as const;
const MODE_WORDS = { room: 'in the room', remote: 'remote', later: 'read later' };

/** "Note that I was here": off until I say so, changed or removed whenever I like (A1 to A4). */
export function AttendanceNote() {
  const { own, may } = useRoom();
  if (may('attend') !== true) return null;
  return (
    <Drop
      summary={
        <span className="link">{own.attendance ? 'You noted that you came' : 'Note that I was here'}</span>
      }
    >
      <AttendanceForm />
    </Drop>
  );
}

export function AttendanceForm() {
  const { own, send } = useRoom();
  const stated = own.attendance;
  const [how, setHow] = useState<Attendance['how']>(stated?.how ?? 'choice');
  const [mode, setMode] = useState<Attendance['mode']>(stated?.mode ?? 'remote');
  const [refused, setRefused] = useState<string | null>(null);
  const state = async (statement: Attendance | null) => {
    const sent = await send({ command: 'attend', statement });
    setRefused(sent.done ? null : sent.sentence);
  };
  return (
    <form
      className="note-form"
      onSubmit={(event) => {
        event.preventDefault();
        state({ how, mode });
      }}
    >
      <SegChoice label="How you came" name="how" options={HOW} chosen={how} onChoose={setHow} />
      <SegChoice label="Where you were" name="mode" options={MODE} chosen={mode} onChoose={setMode} />
      <p className="quietly small">
        Only you state this, and only if you like. Your name is not shown; a count may be, later, once it
        tells on nobody.
      </p>
      {stated && (
        <p className="small" role="status">
          Noted: {stated.how === 'choice' ? 'by choice' : 'asked'}, {MODE_WORDS[stated.mode]}.
        </p>
      )}
      <Refusal sentence={refused} />
      <div className="acts">
        <button type="submit" className="btn small">
          {stated ? 'Change it' : 'Note it'}
        </button>
        {stated && (
          <button type="button" className="btn small quiet" onClick={() => state(null)}>
            Remove it for good
          </button>
        )}
      </div>
    </form>
  );
}
