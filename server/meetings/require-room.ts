import { findRoom } from '#db/whole-room.ts';
import type { PersonId } from '#domain/ids.ts';
import type { Meeting, Room } from '#domain/meeting/meeting.ts';
import type { App } from '../app.ts';
import { notFound } from '../not-found.ts';

/**
 * The room of a meeting that was there a moment ago; 404 when it has been erased since.
 * @param person whose closed ideas are loaded; null: nobody's
 * @param now by which presence is judged (M10); left out where nobody asks for it
 */
export async function requireRoom(
  app: App,
  meeting: Meeting,
  person: PersonId | null,
  now?: Date,
): Promise<Room> {
  const found = await findRoom(app.db, meeting.id, { person, ...(now && { now }) });
  if (found === null) throw notFound();
  return { ...found.room, meeting };
}
