import {
  countGuestAttendance,
  findGuestAttendance,
  removeGuestAttendance,
  saveGuestAttendance,
} from '#db/guest-attendance.ts';
import { isUuid, type MeetingId } from '#domain/ids.ts';
import type { Attendance } from '#domain/meeting/attendance.ts';
import { type Refused, refuse } from '#domain/refused.ts';
import type { App } from '../app.ts';

/** More walk in to no meeting; it keeps a device without cookies from filling the table. */
const MOST = 500;
type Stated = Pick<Attendance, 'how' | 'mode'>;

/** What this device has stated in this meeting. @param held what its cookie holds */
export const readGuestStatement = async (
  app: Pick<App, 'db'>,
  meeting: MeetingId,
  held: string | null,
): Promise<Stated | null> => (isUuid(held) ? findGuestAttendance(app.db, meeting, held) : null);

/**
 * A9: somebody without an account states for themselves, once per device; changed, or with null removed for ever, from that
 * device alone. No event, key row, audit entry, person, guest or time.
 * @returns what the device's cookie is to hold from now on
 */
export async function stateAsGuest(
  app: Pick<App, 'db' | 'random'>,
  meeting: MeetingId,
  held: string | null,
  statement: Stated | null,
): Promise<{ held: string | null } | Refused> {
  const known = (await readGuestStatement(app, meeting, held)) && held;
  if (statement === null) {
    if (known) await removeGuestAttendance(app.db, meeting, known);
    return { held: null };
  }
  if (!known && (await countGuestAttendance(app.db, meeting)) >= MOST)
    return refuse(
      'More people without an account have stated here than can be counted. Thank you for coming.',
    );
  const id = known || app.random.uuid();
  await saveGuestAttendance(app.db, meeting, id, statement);
  return { held: id };
}
