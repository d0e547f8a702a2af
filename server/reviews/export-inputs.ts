import type { MeetingLeavings } from '#db/meeting-records.ts';
import type { ExportedMeeting } from '#domain/export/exported-review.ts';
import type { MeetingId } from '#domain/ids.ts';
import { countWords, isPoll } from '#domain/meeting/inputs.ts';

/** What people put into a meeting's stages, as far as it was shown or counted: as the record has it. */
export const exportedInputs = (left: MeetingLeavings, meeting: MeetingId): ExportedMeeting['inputs'] =>
  left.stages
    .filter((stage) => stage.meeting === meeting && stage.opened)
    .map(({ id, kind, title, prompt }) => ({
      question: prompt || title,
      texts: left.texts
        .filter(({ stage }) => stage === id)
        .map(({ words, by, hidden }) => ({ words, by: by ?? '', hidden: hidden ?? '' })),
      answers: isPoll(kind)
        ? countWords(
            kind,
            left.counts.filter(({ stage }) => stage === id),
          )
        : '',
    }));
