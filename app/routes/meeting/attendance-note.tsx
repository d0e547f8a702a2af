import { useRef } from 'react';
import { AttendanceForm } from '#app/components/attendance-form.tsx';
import { Drop } from '#app/components/drop.tsx';
import { useRoom } from './room-context.ts';
import { useRoomUi } from './room-ui.ts';

/** "Note that I was here": off until I say so, changed or removed whenever I like (A1 to A4). */
export function AttendanceNote() {
  const { own, may } = useRoom();
  const { face } = useRoomUi();
  const here = useRef<HTMLSpanElement>(null);
  // a shared tablet is everybody's: whoever passes does not speak for its owner (A1)
  if (face === 'shared' || may('attend') !== true) return null;
  return (
    <span ref={here}>
      <Drop
        summary={
          <span className="link">{own.attendance ? 'You noted that you came' : 'Note that I was here'}</span>
        }
      >
        <OwnAttendance onDecline={() => here.current?.querySelector('details')?.removeAttribute('open')} />
      </Drop>
    </span>
  );
}

export function OwnAttendance({ onDecline }: { onDecline?: () => void }) {
  const { own, send } = useRoom();
  return (
    <AttendanceForm
      stated={own.attendance}
      first="remote"
      state={async (statement) => {
        const sent = await send({ command: 'attend', statement });
        return sent.done ? null : sent.sentence;
      }}
      {...(onDecline && { onDecline })}
    />
  );
}
