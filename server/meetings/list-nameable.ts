import type { App, SignedIn } from '../app.ts';
import { listPeopleWhoMayRead, type Reader } from '../comments/people-who-may-read.ts';
import { requireMeeting } from './require-meeting.ts';

/** Everyone a command of this room may name, by the rule that guards it (`mayBeNamed`); for those in the room with an account. */
export async function listNameable(app: App, person: SignedIn, id: string | undefined): Promise<Reader[]> {
  const { access } = await requireMeeting(app, person, id);
  return listPeopleWhoMayRead(app, access);
}
