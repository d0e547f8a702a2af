import { listOffered } from '#db/captures.ts';
import { listCourse } from '#db/meeting-events.ts';
import { listShown } from '#db/rooms.ts';
import type { StageId } from '#domain/ids.ts';
import { takesInput } from '#domain/meeting/inputs.ts';
import type { Room } from '#domain/meeting/meeting.ts';
import { type MeetingRecord, recordOf } from '#domain/meeting/record.ts';
import { placeWords } from '#domain/meeting/target-words.ts';
import type { App, SignedIn } from '../app.ts';
import { readStoredWriteUp } from '../reviews/read-stored-write-up.ts';
import { toldOfBox } from './inputs/read-inputs.ts';
import { type AskedMeeting, requireMeeting } from './require-meeting.ts';
import { requireRoom } from './require-room.ts';

/** What a meeting leaves behind, for everyone who may read its review. */
export async function readRecord(
  app: App,
  person: SignedIn,
  id: string | undefined,
): Promise<{ asked: AskedMeeting; record: MeetingRecord }> {
  const asked = await requireMeeting(app, person, id);
  const room = await requireRoom(app, asked.meeting, person.id);
  const writeUp = await readStoredWriteUp(app, asked.document);
  const record = recordOf(
    room,
    await listShown(app.db, room),
    await listCourse(app.db, asked.meeting.id),
    await listOffered(app.db, asked.meeting.id),
    (of) => placeWords(of, writeUp, room.stages, asked.review.happened_zone),
    await withViewsWaiting(app, room),
  );
  return { asked, record };
}

/** Told as the room tells it: no more than that some have come in, as of the last half minute (U2). */
async function withViewsWaiting(app: App, { stages }: Room): Promise<ReadonlySet<StageId>> {
  const now = app.clock.now();
  const waiting = new Set<StageId>();
  for (const stage of stages)
    if (stage.kind === 'different-views' && takesInput(stage) && (await toldOfBox(app, stage.id, now)).some)
      waiting.add(stage.id);
  return waiting;
}
