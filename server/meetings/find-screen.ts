import { findScreen, type ScreenRow } from '#db/meeting-screens.ts';
import { findPerson } from '#db/people.ts';
import { asId, isUuid, type MeetingId } from '#domain/ids.ts';
import type { Meeting } from '#domain/meeting/meeting.ts';
import { mayHaveScreen } from '#domain/meeting/screen.ts';
import type { App } from '../app.ts';
import { isSecretOf, readToken } from '../people/token.ts';
import { findMeetingFor } from './require-meeting.ts';

/** What a screen's token opens, and all it opens. */
export interface AskedScreen {
  meeting: Meeting;
  /** Name of the write-up's document, current epoch. */
  document: string;
  /** The zone the write-up tells its moments in. */
  momentZone: string;
  screen: ScreenRow;
}

/**
 * The screen of this meeting for whoever brings its token. Null where the token is none, another meeting's, replaced or ended,
 * where the meeting is over for good, and where whoever made it may not enter the meeting any more (P7).
 */
export async function findScreenBy(
  app: Pick<App, 'db' | 'clock'>,
  id: string | undefined,
  words: string | null,
): Promise<AskedScreen | null> {
  const token = readToken(words);
  if (token === null || !isUuid(id)) return null;
  const meetingId = asId<MeetingId>(id);
  const screen = await findScreen(app.db, meetingId);
  if (screen?.token !== token.id || !isSecretOf(token.secret, screen.secretHash)) return null;
  const maker = await findPerson(app.db, screen.madeBy);
  if (maker === null || maker.deactivated_at !== null) return null;
  const found = await findMeetingFor(app.db, { id: maker.id, role: maker.role, active: true }, meetingId);
  if (found === null || mayHaveScreen(found.meeting, app.clock.now()) !== true) return null;
  const { meeting, document, review } = found;
  return { meeting, document, momentZone: review.happened_zone, screen };
}
