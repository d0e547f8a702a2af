import { createHash } from 'node:crypto';
import { findUpload, type UploadRow } from '#db/uploads.ts';
import { isUuid } from '#domain/ids.ts';
import { claimOf } from '#domain/meeting/claim.ts';
import { findTarget } from '#domain/meeting/find-target.ts';
import type { CurrentShown } from '#domain/meeting/projection.ts';
import { FIRST_CHOICES, picturesIn, projectScreen, type ScreenStage } from '#domain/meeting/screen.ts';
import { wholeWriteUp } from '#domain/meeting/screen-content.ts';
import type { WriteUp } from '#domain/write-up.ts';
import type { App } from '../app.ts';
import { requireMeeting } from '../meetings/require-meeting.ts';
import { requireRoom } from '../meetings/require-room.ts';
import { showRoom } from '../meetings/show-room.ts';
import { readStoredWriteUp } from '../reviews/read-stored-write-up.ts';
import type { InRoom } from './guest.ts';

/** G2: of the write-up only what is on stage, with the pictures in it. `mark` changes with anything in it. */
export interface StageNow {
  mark: string;
  momentZone: string;
  stage: ScreenStage | null;
  /** The words of it that a different view begun now stands against (C2); empty where there are none. */
  claim: string;
}

/** 404 where it is not theirs to see. */
export async function readStage(app: App, person: InRoom, id: string | undefined): Promise<StageNow> {
  const { meeting, document, review } = await requireMeeting(app, person, id);
  const room = await requireRoom(app, meeting, null);
  const writeUp = await readStoredWriteUp(app, document);
  const everyone = await showRoom(app.db, room);
  const shown = projectScreen(everyone, room.stages, writeUp, FIRST_CHOICES, app.clock.now());
  const stage = shown.blank ? null : withAllToRead(shown.stage, writeUp);
  // nothing is quoted that is not shown
  const claim = stage && stage.content.length > 0 ? claimOn(everyone.current, writeUp) : '';
  const mark = createHash('sha256')
    .update(JSON.stringify([stage, claim]))
    .digest('base64url')
    .slice(0, 16);
  return { mark, momentZone: review.happened_zone, stage, claim };
}

const claimOn = (current: CurrentShown | null, writeUp: WriteUp): string =>
  claimOf(findTarget(writeUp, current?.spotlight ?? current?.targets[0] ?? null));

/** In silent reading the whole write-up is on stage, on everyone's own screen. */
const withAllToRead = (stage: ScreenStage | null, writeUp: WriteUp): ScreenStage | null =>
  stage?.isRead ? { ...stage, content: wholeWriteUp(writeUp) } : stage;

/** A picture, only while it is on stage. */
export async function readStagePicture(
  app: App,
  person: InRoom,
  id: string | undefined,
  upload: string | undefined,
): Promise<UploadRow | null> {
  const { meeting } = await requireMeeting(app, person, id);
  const { stage } = await readStage(app, person, id);
  if (!isUuid(upload) || !stage || !picturesIn(stage).includes(upload)) return null;
  const row = await findUpload(app.db, upload);
  return row?.review_id === meeting.reviewId ? row : null;
}
