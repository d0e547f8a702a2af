import { Link } from 'react-router';
import { AttendanceForm } from '#app/components/attendance-form.tsx';
import { Ruled } from '#app/components/page.tsx';
import { UnlessDeclined } from '#app/components/unless-declined.tsx';
import { usePress } from '#app/components/use-press.ts';
import type { Attendance } from '#domain/meeting/attendance.ts';

/** For those who like to say that they came, or that they read it later (A1 to A4). */
export function MyAttendance({ meeting, stated }: { meeting: string; stated: Attendance | null }) {
  const { ask } = usePress(meeting);
  return (
    <section>
      <Ruled aside="if you like">Note that I was here</Ruled>
      <UnlessDeclined>
        {(decline) => (
          <AttendanceForm
            stated={stated}
            first="later"
            state={(statement) => ask({ command: 'attend', statement })}
            onDecline={decline}
          />
        )}
      </UnlessDeclined>
      <p className="small">
        <Link className="link" to={`/meetings/${meeting}/walk-in`}>
          For somebody without an account, on this device
        </Link>
      </p>
    </section>
  );
}
