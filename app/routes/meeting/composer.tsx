import { IconCheck, IconParking } from '@tabler/icons-react';
import { useState } from 'react';
import { CAPTURE_ICON, CAPTURE_WORD } from '#app/components/capture-line.tsx';
import { Icon } from '#app/components/icon.tsx';
import { SegChoice } from '#app/components/seg.tsx';
import { asId, type PersonId } from '#domain/ids.ts';
import { CAPTURE_KINDS, type CaptureKind, LONGEST_CAPTURE } from '#domain/meeting/capture.ts';
import { LONGEST_PARKED } from '#domain/meeting/parked.ts';
import type { Target } from '#domain/meeting/target.ts';
import { claimOf } from './claim.ts';
import { SignalForm } from './inputs/signals.tsx';
import { OneField } from './one-field.tsx';
import { RaiseHand } from './raise-hand.tsx';
import { ReaderOptions } from './reader-options.tsx';
import { useRoom } from './room-context.ts';
import { useRoomUi } from './room-ui.ts';
import { SealForm } from './seal-form.tsx';
import { useTargetHere } from './target-here.ts';
import { findTarget, wordsFor } from './target-words.ts';

/** Where one writes what one wants kept, in place: never over the stage. Escape puts it away, unsent words stay until then. */
export function Composer() {
  const { composed, compose } = useRoomUi();
  const { open, thanks } = composed;
  if (open === null && thanks === null) return null;
  return (
    <section
      className="composer"
      aria-label="Write"
      onKeyDown={(event) => event.key === 'Escape' && compose(null)}
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
  const { writeUp, room, own } = useRoom();
  const { compose, face } = useRoomUi();
  const target = useTargetHere();
  // a scribe mostly notes what others say
  const [forWhom, setForWhom] = useState(face === 'shared' || room.scribe?.id === own.actor.id);
  const found = findTarget(writeUp, target);
  const claim = kind === 'different-view' ? claimOf(found) : '';
  return (
    <OneField
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
      about={useAbout(target)}
      label={INVITATIONS[kind]}
      longest={LONGEST_CAPTURE}
      press="Keep it"
      thanks="Kept."
      command={(words, form) => ({
        command: 'capture',
        kind,
        words,
        target,
        ...(claim && { claim }),
        ...whose(form),
      })}
      extra={
        forWhom ? (
          <WhoseWords />
        ) : (
          room.current && (
            <button type="button" className="linkish quiet small" onClick={() => setForWhom(true)}>
              Someone else said it
            </button>
          )
        )
      }
    />
  );
}

/** Someone with an account confirms their words before others see them, here or not; others are named by a label (C2). */
function WhoseWords() {
  const { own } = useRoom();
  const { face } = useRoomUi();
  // a guest puts no words into the mouth of somebody with an account
  const [label, setLabel] = useState(face === 'shared' || own.actor.guest === true);
  if (label)
    return (
      <input
        className="input brief"
        name="forLabel"
        aria-label="Whose words"
        placeholder="Whose words?"
        maxLength={60}
        required={face === 'shared'}
      />
    );
  return (
    <select
      className="input brief"
      name="forPerson"
      aria-label="Whose words"
      onChange={(event) => setLabel(event.currentTarget.value === NO_ACCOUNT)}
    >
      <option value="">My own words</option>
      <ReaderOptions except={own.actor.id} />
      <option value={NO_ACCOUNT}>Someone without an account</option>
    </select>
  );
}

const NO_ACCOUNT = 'label';

function whose(form: FormData): { forPerson?: PersonId; forLabel?: string } {
  const person = String(form.get('forPerson') ?? '');
  const label = String(form.get('forLabel') ?? '').trim();
  if (label) return { forLabel: label };
  return person && person !== NO_ACCOUNT ? { forPerson: asId<PersonId>(person) } : {};
}

function ParkForm() {
  const target = useTargetHere();
  return (
    <OneField
      head={
        <>
          <Icon of={IconParking} />
          Park this
        </>
      }
      about={useAbout(target)}
      label="What should not be lost, though not now?"
      longest={LONGEST_PARKED}
      press="Park it"
      thanks="Parked, with your name and where we were."
      command={(words) => ({ command: 'park', words, target })}
    />
  );
}

function useAbout(target: Target | null) {
  const { writeUp, momentZone: zone } = useRoom();
  const found = findTarget(writeUp, target);
  return (
    found && (
      <span className="quietly">
        {found.type === 'moment' ? 'at' : 'about'} {wordsFor(found, zone)}
      </span>
    )
  );
}
