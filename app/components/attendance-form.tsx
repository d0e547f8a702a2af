import './attendance.css';
import { useState } from 'react';
import { HOW_WORDS, MODE_WORDS } from '#domain/attendance/markers.ts';
import type { Attendance } from '#domain/meeting/attendance.ts';
import { Refusal } from './refusal.tsx';
import { SegChoice } from './seg.tsx';

const HOW = [
  { value: 'choice', words: 'By choice' },
  { value: 'asked', words: 'I was asked' },
] as const;
const MODE = [
  { value: 'room', words: 'In the room' },
  { value: 'remote', words: 'Remote' },
  { value: 'later', words: 'Read later' },
] as const;

/**
 * "Note that I was here" (A1 to A4, A7): off until I say so; changed, removed for good, or never asked again on this page.
 * @param state null removes it; resolves to a sentence where that was refused
 */
export function AttendanceForm({
  stated,
  first,
  state,
  onDecline,
}: {
  stated: Attendance | null;
  /** What is chosen until something is stated. */
  first: Attendance['mode'];
  state: (statement: Attendance | null) => Promise<string | null>;
  /** "Don't record me" stores nothing: it closes what is open here. */
  onDecline?: () => void;
}) {
  const [how, setHow] = useState<Attendance['how']>(stated?.how ?? 'choice');
  const [mode, setMode] = useState<Attendance['mode']>(stated?.mode ?? first);
  const [named, setNamed] = useState(stated?.named ?? false);
  const [refused, setRefused] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const send = async (statement: Attendance | null) => {
    const sentence = await state(statement);
    setRefused(sentence);
    setSaid(sentence === null ? (statement ? '' : 'Removed for good. Nothing is noted.') : '');
    if (statement === null) setNamed(false);
  };
  return (
    <form
      className="note-form attendance"
      onSubmit={(event) => {
        event.preventDefault();
        void send({ how, mode, named });
      }}
    >
      <SegChoice label="How you came" name="how" options={HOW} chosen={how} onChoose={setHow} />
      <SegChoice label="Where you were" name="mode" options={MODE} chosen={mode} onChoose={setMode} />
      <label className="tick">
        <input type="checkbox" checked={named} onChange={(event) => setNamed(event.target.checked)} />
        <span>Show my name with it</span>
      </label>
      <p className="small" role="status">
        {stated
          ? `Noted: ${HOW_WORDS[stated.how]}, ${MODE_WORDS[stated.mode]}${stated.named ? ', with your name' : ''}.`
          : said || 'Nothing is noted unless you say so.'}
      </p>
      <Refusal sentence={refused} />
      <div className="acts">
        <button type="submit" className="btn small">
          {stated ? 'Change it' : 'Note it'}
        </button>
        {stated ? (
          <button type="button" className="btn small quiet" onClick={() => void send(null)}>
            Remove it for good
          </button>
        ) : (
          onDecline && (
            <button type="button" className="btn small quiet" onClick={onDecline}>
              Don’t record me
            </button>
          )
        )}
      </div>
      <p className="quietly small">
        Without your name it is only ever part of a count, from three people on, and counts change so seldom
        that nobody can watch you in them. Counts follow a change within thirty days.
      </p>
    </form>
  );
}
