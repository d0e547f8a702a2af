import { IconCheck, IconParking } from '@tabler/icons-react';
import { CAPTURE_ICON, CAPTURE_WORD } from '#app/components/capture-line.tsx';
import { Icon } from '#app/components/icon.tsx';
import { SegChoice } from '#app/components/seg.tsx';
import { CAPTURE_KINDS, type CaptureKind, LONGEST_CAPTURE } from '#domain/meeting/capture.ts';
import { LONGEST_PARKED } from '#domain/meeting/parked.ts';
import { About } from './about.tsx';
import { SignalForm } from './inputs/signals.tsx';
import { isInTheMaking } from './keys.ts';
import { OneField } from './one-field.tsx';
import { RaiseHand } from './raise-hand.tsx';
import { useRoom } from './room-context.ts';
import { useRoomUi } from './room-ui.ts';
import { SealForm } from './seal-form.tsx';
import { useAnchor } from './use-anchor.ts';
import { saidFor } from './whose.ts';
import { useWhose, WhoseWords } from './whose-words.tsx';

/**
 * Where one writes what one wants kept, in place: never over the stage. Escape puts it away, and its words wait in this tab; while
 * everyone has just been brought here it takes one back instead, as it says there.
 */
export function Composer() {
  const { phase } = useRoom();
  const { composed, putAway, view } = useRoomUi();
  const { open, thanks } = composed;
  const isOver = phase === 'ended' || phase === 'cancelled';
  if (isOver || (open === null && thanks === null)) return null;
  return (
    <section
      className="composer"
      aria-label="Write"
      onKeyDown={({ key, nativeEvent }) => {
        if (key === 'Escape' && !isInTheMaking(nativeEvent) && view.goBack === null) putAway();
      }}
    >
      {thanks !== null && (
        <p className="thanks">
          <Icon of={IconCheck} />
          {thanks}
        </p>
      )}
      {open === 'hand' && <RaiseHand />}
      {open === 'seal' && <SealForm />}
      {open === 'park' && <ParkForm />}
      {open === 'signal' && <SignalForm />}
      {isCapture(open) && <CaptureForm kind={open} />}
    </section>
  );
}

const isCapture = (open: string | null): open is CaptureKind =>
  (CAPTURE_KINDS as readonly (string | null)[]).includes(open);

const INVITATIONS: Record<CaptureKind, string> = {
  question: 'What is still open for you?',
  insight: 'What did you learn?',
  'different-view': 'How do you see it? Kept as you say it, never merged or voted on.',
};

function CaptureForm({ kind }: { kind: CaptureKind }) {
  const { room } = useRoom();
  const { compose } = useRoomUi();
  const anchored = useAnchor('said');
  const { stage, target, claim } = anchored.anchor;
  const [whose, choose] = useWhose();
  return (
    <OneField
      draft="said"
      head={
        <SegChoice
          label="What it is"
          name="kind"
          options={CAPTURE_KINDS.map((value) => ({
            value,
            words: (
              <>
                <Icon of={CAPTURE_ICON[value]} />
                {CAPTURE_WORD[value]}
              </>
            ),
          }))}
          chosen={kind}
          onChoose={compose}
        />
      }
      about={<About of={anchored} />}
      label={INVITATIONS[kind]}
      longest={LONGEST_CAPTURE}
      press="Keep it"
      thanks="Kept."
      command={(words) => ({
        command: 'capture',
        kind,
        words,
        target,
        ...(stage && { stage }),
        ...(kind === 'different-view' && claim && { claim }),
        ...saidFor(whose),
      })}
      extra={room.current && <WhoseWords whose={whose} choose={choose} />}
    />
  );
}

function ParkForm() {
  const anchored = useAnchor('said');
  const { stage, target } = anchored.anchor;
  return (
    <OneField
      draft="said"
      head={
        <>
          <Icon of={IconParking} />
          Park this
        </>
      }
      about={<About of={anchored} />}
      label="What should not be lost, though not now?"
      longest={LONGEST_PARKED}
      press="Park it"
      thanks="Parked, with your name and where we were."
      command={(words) => ({ command: 'park', words, target, ...(stage && { stage }) })}
    />
  );
}
