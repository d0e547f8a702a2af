import { type RefObject, useRef } from 'react';
import { UnsignedBox } from '#app/components/unsigned/unsigned-box.tsx';
import { claimOf } from '#domain/meeting/claim.ts';
import { findTarget } from '#domain/meeting/find-target.ts';
import type { Target } from '#domain/meeting/target.ts';
import type { WriteUp } from '#domain/write-up.ts';
import { useRoom } from '../room-context.ts';
import { useRoomUi } from '../room-ui.ts';
import { wordsFor } from '../target-words.ts';
import { useRoomKey } from '../use-room-keys.ts';
import { putUnsigned } from './put-unsigned.ts';
import { NotPutIn, useBoxOf } from './unsaid.tsx';

/** C2: a different view without a name, for those who would otherwise keep still; shown with the others once the box is opened. */
export function UnsignedViews({ stage, opened }: { stage: string; opened: boolean }) {
  const box = useBoxOf(stage, opened);
  const field = useRef<HTMLTextAreaElement>(null);
  const goToField = () => {
    field.current?.closest('details')?.setAttribute('open', '');
    field.current?.focus();
  };
  useRoomKey('unsigned', opened ? null : goToField);
  if (opened) return <NotPutIn box={box} />;
  return (
    <details className="view-unsigned" open={box.draft !== '' || box.beside !== '' || box.put.length > 0}>
      <summary>Say it without your name</summary>
      <div className="own-input">
        <ViewBox stage={stage} box={box} field={field} />
      </div>
    </details>
  );
}

/** The words and the claim they are to stand beside wait together, in this tab. */
export function ViewBox({
  stage,
  box,
  field,
}: {
  stage: string;
  box: ReturnType<typeof useBoxOf>;
  field?: RefObject<HTMLTextAreaElement | null>;
}) {
  const { room, writeUp } = useRoom();
  const { say } = useRoomUi();
  const beside = claimKept(writeUp, box.beside);
  return (
    <>
      <ChooseClaim chosen={beside} choose={(target) => box.choose(target?.id ?? '')} />
      <UnsignedBox
        box={box}
        kind="view"
        label="How do you see it, without your name"
        put={(id, words) =>
          putUnsigned(room.id, {
            command: 'unsigned',
            stage,
            id,
            words,
            beside: { target: beside, claim: claimOf(findTarget(writeUp, beside)) },
          })
        }
        takeOut={(id) => putUnsigned(room.id, { command: 'withdraw-unsigned', stage, id })}
        say={say}
        field={field}
      />
    </>
  );
}

/** Chosen by hand: what happens to be on stage would tell when these words were written. */
function ChooseClaim({ chosen, choose }: { chosen: Target | null; choose: (target: Target | null) => void }) {
  const { writeUp, momentZone } = useRoom();
  const groups = claimsOf(writeUp);
  // a guest has no more of the write-up than is on stage (G2)
  if (groups.length === 0) return null;
  return (
    <label className="beside">
      <span>What it stands beside</span>
      <select
        className="input"
        value={chosen?.id ?? ''}
        onChange={({ currentTarget }) => choose(claimKept(writeUp, currentTarget.value))}
      >
        <option value="">Nothing in particular</option>
        {groups.map(({ title, targets }) => (
          <optgroup key={title} label={title}>
            {targets.map((target) => (
              <option key={target.id} value={target.id}>
                {wordsFor(findTarget(writeUp, target), momentZone)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}

const claimsOf = ({ sections, findings, moments }: WriteUp) => {
  const targets = (type: Target['type'], things: readonly { id: string }[]): Target[] =>
    things.map(({ id }) => ({ type, id, section: null }));
  return [
    { title: 'Parts', targets: targets('section', sections) },
    { title: 'Findings', targets: targets('finding', findings) },
    { title: 'What happened', targets: targets('moment', moments) },
  ].filter((group) => group.targets.length > 0);
};

const claimKept = (writeUp: WriteUp, id: string): Target | null =>
  claimsOf(writeUp)
    .flatMap(({ targets }) => targets)
    .find((target) => target.id === id) ?? null;
