import { asId, isUuid, type MeetingId, type ReviewId } from '#domain/ids.ts';

/** What a document's name says. There are no other documents. */
export type DocumentName =
  | { kind: 'write-up'; review: ReviewId; epoch: number }
  | { kind: 'room'; meeting: MeetingId };

/** `write-up:<review>:<epoch>`; the epoch is raised when text is erased, and the old name is refused for good. */
export const writeUpName = (review: ReviewId, epoch: number): string => `write-up:${review}:${epoch}`;

/** `room:<meeting>`: the projection of a meeting, read-only for everyone and never logged. */
export const roomName = (meeting: MeetingId): string => `room:${meeting}`;

/** The parts of a name, or null for anything that is not exactly one of the two patterns. */
export const parseDocumentName = (name: string): DocumentName | null => {
  if (name.length > LONGEST) return null;
  const [kind, id, epoch, ...rest] = name.split(':');
  if (!isUuid(id) || rest.length > 0) return null;
  if (kind === 'room' && epoch === undefined) return { kind, meeting: asId<MeetingId>(id) };
  if (kind === 'write-up' && epoch !== undefined && EPOCH.test(epoch)) {
    return { kind, review: asId<ReviewId>(id), epoch: Number(epoch) };
  }
  return null;
};

const EPOCH = /^[1-9][0-9]{0,8}$/;
const LONGEST = 64;
