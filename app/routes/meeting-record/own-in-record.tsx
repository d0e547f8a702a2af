import { OwnWords } from '#app/components/own-words.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import { usePress } from '#app/components/use-press.ts';
import type { PersonId } from '#domain/ids.ts';
import { LONGEST_CAPTURE, mayWithdrawCapture, ownerOfCapture, whoseShown } from '#domain/meeting/capture.ts';
import { LONGEST_PARKED } from '#domain/meeting/parked.ts';
import type { CaptureShown, ParkedShown } from '#domain/meeting/projection.ts';

/** What a reader kept stays theirs when the meeting has ended: Change and Withdraw under it, nothing under what is another's (C2). */
export function OwnCapture({
  capture,
  meeting,
  me,
}: {
  capture: CaptureShown;
  meeting: string;
  me: PersonId;
}) {
  const { press, send, refused } = usePress(meeting);
  const whose = whoseShown(capture);
  if (!mayWithdrawCapture(whose, me)) return null;
  return (
    <>
      <OwnWords
        id={capture.id}
        me={me}
        label="Your words"
        words={capture.words}
        longest={LONGEST_CAPTURE}
        change={
          ownerOfCapture(whose) === me
            ? (words) => send({ command: 'change-capture', capture: capture.id, words })
            : null
        }
        withdraw={() => press({ command: 'withdraw-capture', capture: capture.id })}
      />
      <Refusal sentence={refused} />
    </>
  );
}

/** The same for what they set aside. */
export function OwnParked({ parked, meeting, me }: { parked: ParkedShown; meeting: string; me: PersonId }) {
  const { press, send, refused } = usePress(meeting);
  if (parked.by.id !== me) return null;
  return (
    <>
      <OwnWords
        id={parked.id}
        me={me}
        label="What is parked"
        words={parked.words}
        longest={LONGEST_PARKED}
        change={(words) => send({ command: 'change-parked', parked: parked.id, words })}
        withdraw={() => press({ command: 'withdraw-parked', parked: parked.id })}
      />
      <Refusal sentence={refused} />
    </>
  );
}
