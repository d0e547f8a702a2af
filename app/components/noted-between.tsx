import type { CaptureShown } from '#domain/meeting/projection.ts';
import { CaptureLine } from './capture-line.tsx';

/** Noted by one for another, and in nobody else's sight until that other says yes (C2). */
export function NotedBetween({
  capture,
  me,
  confirm,
  withdraw,
}: {
  capture: CaptureShown;
  me: string;
  confirm(): void;
  withdraw(): void;
}) {
  const isForMe = capture.forPerson?.id === me;
  return (
    <CaptureLine
      kind={capture.kind}
      words={capture.words}
      about={
        isForMe
          ? `${capture.notedBy?.name} noted this for you. Only the two of you see it.`
          : `waits for ${capture.forPerson?.name} to say yes; only the two of you see it`
      }
    >
      <span className="own">
        {isForMe && (
          <button type="button" className="link" id={`noted-${capture.id}`} onClick={confirm}>
            Yes, show it as mine
          </button>
        )}
        <button type="button" className="link" onClick={withdraw}>
          Withdraw
        </button>
      </span>
    </CaptureLine>
  );
}
