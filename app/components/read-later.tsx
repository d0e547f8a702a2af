import { useState } from 'react';
import type { Attendance } from '#domain/meeting/attendance.ts';
import { AttendanceForm } from './attendance-form.tsx';
import { usePress } from './use-press.ts';

/** On the write-up, once its meeting is over: one quiet line for who reads it later and likes to say so (A3). */
export function ReadLater({ meeting, stated }: { meeting: string; stated: Attendance | null }) {
  const { ask } = usePress(meeting);
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="read-later" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span className="link">
          {stated ? 'You noted that you came' : 'Not at the meeting? Note that you read it'}
        </span>
      </summary>
      <AttendanceForm
        stated={stated}
        first="later"
        state={(statement) => ask({ command: 'attend', statement })}
        onDecline={() => setOpen(false)}
      />
    </details>
  );
}
