import { draftAgenda } from '#domain/meeting/draft-agenda.ts';
import type { MeetingKind } from '#domain/meeting/meeting.ts';
import type { StagePlan } from '#domain/meeting/stage.ts';
import type { WriteUp } from '#domain/write-up.ts';
import type { App, SignedIn } from '../app.ts';
import { readStoredWriteUp } from '../reviews/read-stored-write-up.ts';
import { requireReview } from '../reviews/require-review.ts';

/** An agenda proposed from the write-up as it stands now, filling the minutes exactly. */
export async function draftMeetingAgenda(
  app: App,
  person: SignedIn,
  review: string | undefined,
  { kind, minutes }: { kind: MeetingKind; minutes: number },
): Promise<{ stages: StagePlan[]; writeUp: WriteUp }> {
  const { document } = await requireReview(app, person, review, 'plan meetings');
  const writeUp = await readStoredWriteUp(app, document);
  return { stages: draftAgenda(writeUp, minutes, kind), writeUp };
}
