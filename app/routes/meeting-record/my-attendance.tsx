import { useState } from 'react';
import { Ruled } from '#app/components/page.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import { SegChoice } from '#app/components/seg.tsx';
import type { Attendance } from '#domain/meeting/attendance.ts';
import { usePress } from './use-press.ts';

/** For those who like to say that they came, or that they read it later (A1 to A4). */
export function MyAttendance({ meeting, stated }: { meeting: string; stated: Attendance | null }) {
  const { press, refused } = usePress(meeting);
  const [how, setHow] = useState<Attendance['how']>(stated?.how ?? 'choice');
  const [mode, setMode] = useState<Attendance['mode']>(stated?.mode ?? 'later');
  return (
    <section>
      <Ruled aside="if you like">Note that I was here</Ruled>
      <form
        className="attendance"
        onSubmit={(event) => {
          event.preventDefault();
          press({ command: 'attend', statement: { how, mode } });
        }}
      >
        <SegChoice
          label="How you came"
          name="how"
          options={[
            { value: 'choice', words: 'By choice' },
            { value: 'asked', words: 'I was asked' },
          ]}
          chosen={how}
          onChoose={setHow}
        />
        <SegChoice
          label="Where you were"
          name="mode"
          options={[
            { value: 'room', words: 'In the room' },
            { value: 'remote', words: 'Remote' },
            { value: 'later', words: 'Read later' },
          ]}
          chosen={mode}
          onChoose={setMode}
        />
        <Refusal sentence={refused} />
        <div className="acts">
          <button type="submit" className="btn small">
            {stated ? 'Change it' : 'Note it'}
          </button>
          {stated && (
            <button
              type="button"
              className="btn small quiet"
              onClick={() => press({ command: 'attend', statement: null })}
            >
              Remove it for good
            </button>
          )}
        </div>
        <p className="quietly small" role="status">
          {stated ? 'Noted. Your name is not shown.' : 'Nothing is noted unless you say so.'}
        </p>
      </form>
    </section>
  );
}
