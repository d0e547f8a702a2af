import { CaptureLine } from '#app/components/capture-line.tsx';
import { timeOf } from '#app/components/clock-words.ts';
import { EmptyState } from '#app/components/empty-state.tsx';
import { NotedBetween } from '#app/components/noted-between.tsx';
import { OwnWords } from '#app/components/own-words.tsx';
import {
  keptAsSaid,
  LONGEST_CAPTURE,
  mayWithdrawCapture,
  nameOfCapture,
  ownerOfCapture,
  whoseShown,
} from '#domain/meeting/capture.ts';
import type { CaptureShown } from '#domain/meeting/projection.ts';
import { useRoom } from './room-context.ts';
import { useRoomUi } from './room-ui.ts';
import { usePlaceWords } from './use-place-words.ts';

/** Everything captured, newest first. Its own contributor may change or withdraw it; nobody else (C2). */
export function Captured() {
  const { captures, own } = useRoom();
  const placeOf = usePlaceWords();
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
        <Capture key={capture.id} capture={capture} place={placeOf(capture)} />
      ))}
    </ul>
  );
}

/** "Otto, at 10:24", "noted by Grace for Otto" or "without a name". */
export function saidBy(capture: CaptureShown, zone: string): string {
  const who = nameOfCapture(capture);
  return who === null ? 'without a name' : `${who}, at ${timeOf(capture.at, zone)}`;
}

export function Capture({ capture, place }: { capture: CaptureShown; place: string }) {
  const { zone, own } = useRoom();
  const { face } = useRoomUi();
  const whose = whoseShown(capture);
  // on everybody's device, what was noted there for somebody by a label
  const isOfHere = face !== 'shared' || capture.forLabel !== null;
  const about = `${saidBy(capture, zone)}${capture.kind === 'different-view' && capture.notedBy !== null ? `; ${keptAsSaid(capture.forLabel !== null)}` : ''}`;
  return (
    <CaptureLine
      kind={capture.kind}
      words={capture.words + (capture.isCut ? '…' : '')}
      about={about}
      place={place}
    >
      {isOfHere && mayWithdrawCapture(whose, own.actor.id) && (
        <OwnCapture capture={capture} mayChange={ownerOfCapture(whose) === own.actor.id} />
      )}
    </CaptureLine>
  );
}

function OwnCapture({ capture, mayChange }: { capture: CaptureShown; mayChange: boolean }) {
  const { send, captures, own } = useRoom();
  const whole = captures.find(({ id }) => id === capture.id)?.words ?? capture.words;
  return (
    <OwnWords
      id={capture.id}
      me={own.actor.id}
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
