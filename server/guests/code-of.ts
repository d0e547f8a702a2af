import { findCode } from '#db/guests.ts';
import { type CodeShown, codeShown, mayHaveCode } from '#domain/meeting/guests.ts';
import type { Meeting } from '#domain/meeting/meeting.ts';
import type { App } from '../app.ts';
import { qrOf } from './qr.ts';

/** The code of a meeting that has one and may have one now; null else. */
export async function codeOf(
  { db, origin }: Pick<App, 'db' | 'origin'>,
  meeting: Meeting,
  review: { guests_may_join: boolean },
): Promise<CodeShown | null> {
  if (mayHaveCode(meeting, review.guests_may_join) !== true) return null;
  const code = await findCode(db, meeting.id);
  if (code === null) return null;
  const link = `${origin}/guest?code=${code}`;
  return {
    code: codeShown(code),
    place: `${origin.replace(/^https?:\/\//, '')}/guest`,
    link,
    qr: qrOf(link),
  };
}
