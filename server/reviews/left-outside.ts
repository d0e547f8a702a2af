import { listNamedInMeetingsAhead, type NamedInMeeting } from '#db/left-outside.ts';
import { putInvitedReader } from '#db/review-people.ts';
import { raiseRightsCounter } from '#db/rights.ts';
import type { ReviewId } from '#domain/ids.ts';
import type { ReviewAccess } from '#domain/permissions.ts';
import type { App, Database, SignedIn } from '../app.ts';
import { newReaders } from '../meetings/name-readers.ts';
import { requireReview } from './require-review.ts';

/** P10: who is invited to its meeting, and cannot read it since it became private or a draft again: to them there is no such meeting. */
export async function listLeftOutside(app: App, person: SignedIn, id: string | undefined): Promise<string[]> {
  const { review, access } = await requireReview(app, person, id, 'manage');
  return (await leftOutside(app.db, review.id, access)).map(({ name }) => name).sort();
}

/** Names them as its readers, as inviting them would now. */
export async function letThemRead(app: App, person: SignedIn, id: string | undefined): Promise<void> {
  const { review, access } = await requireReview(app, person, id, 'manage');
  await app.db.transaction().execute(async (tx) => {
    for (const { person, meeting } of await leftOutside(tx, review.id, access))
      await putInvitedReader(tx, review.id, person, meeting);
    await raiseRightsCounter(tx);
  });
  app.collab.rightsChanged();
}

async function leftOutside(db: Database, review: ReviewId, access: ReviewAccess): Promise<NamedInMeeting[]> {
  const named = await listNamedInMeetingsAhead(db, review);
  const outside = newReaders(
    access,
    named.map(({ person }) => person),
  );
  return named.filter(({ person }) => outside.includes(person));
}
