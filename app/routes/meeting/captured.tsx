import { CaptureLine } from '#app/components/capture-line.tsx';
import { timeOf } from '#app/components/clock-words.ts';
import { EmptyState } from '#app/components/empty-state.tsx';
import { NotedBetween } from '#app/components/noted-between.tsx';
import { keptAsSaid, LONGEST_CAPTURE, nameOfCapture } from '#domain/meeting/capture.ts';
import type { CaptureShown } from '#domain/meeting/projection.ts';
import { OwnWords } from './own-words.tsx';
import { useRoom } from './room-context.ts';

/** Everything captured, newest first. Its own contributor may change or withdraw it; nobody else (C2). */
export function Captured() {
  const { captures, own } = useRoom();
  if (captures.length === 0 && own.unconfirmed.length === 0)
    return (
      <div className="pad">
        <EmptyState>
          Nothing captured yet. <kbd>Q</kbd> keeps a question, <kbd>K</kbd> an insight, <kbd>D</kbd> a
          different view.
        </EmptyState>
      </div>
    );
  return (
    <ul className="pad">
      {own.unconfirmed.map((capture) => (
        <Unconfirmed key={capture.id} capture={capture} />
      ))}
      {captures.map((capture) => (
        <Capture key={capture.id} capture={capture} />
      ))}
    </ul>
  );
}

/** "Otto, at 10:24", "noted by Grace for Otto" or "without a name". */
export function saidBy(capture: CaptureShown, zone: string): string {
  const who = nameOfCapture(capture);
  return who === null ? 'without a name' : `${who}, at ${timeOf(capture.at, zone)}`;
}

export function Capture({ capture }: { capture: CaptureShown }) {
  const { zone, own } = useRoom();
  const owner = capture.forPerson?.id ?? (capture.forLabel === null ? (capture.notedBy?.id ?? null) : null);
  const mine = owner === own.actor.id;
  const mayWithdraw = mine || (capture.forPerson === null && capture.notedBy?.id === own.actor.id);
  const about = `${saidBy(capture, zone)}${capture.kind === 'different-view' && capture.notedBy !== null ? `; ${keptAsSaid(capture.forLabel !== null)}` : ''}`;
  return (
    <CaptureLine kind={capture.kind} words={capture.words + (capture.isCut ? '…' : '')} about={about}>
      {mayWithdraw && <OwnCapture capture={capture} mayChange={mine} />}
    </CaptureLine>
  );
}

function OwnCapture({ capture, mayChange }: { capture: CaptureShown; mayChange: boolean }) {
  const { send, captures } = useRoom();
  const whole = captures.find(({ id }) => id === capture.id)?.words ?? capture.words;
  return (
    <OwnWords
      id={capture.id}
      label="Your words"
      words={whole}
      longest={LONGEST_CAPTURE}
      change={
        mayChange && !capture.isCut
          ? (words) => send({ command: 'change-capture', capture: capture.id, words })
          : null
      }
      withdraw={() => send({ command: 'withdraw-capture', capture: capture.id })}
    />
  );
}

export function Unconfirmed({ capture }: { capture: CaptureShown }) {
  const { own, send } = useRoom();
  return (
    <NotedBetween
      capture={capture}
      me={own.actor.id}
      confirm={() => send({ command: 'confirm-capture', capture: capture.id })}
      withdraw={() => send({ command: 'withdraw-capture', capture: capture.id })}
    />
  );
}
