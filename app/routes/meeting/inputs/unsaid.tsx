import { type RefObject, useEffect, useRef } from 'react';
import { NotKeptWords } from '#app/components/not-kept-words.tsx';
import { forgetTabBox, useTabBox } from '#app/components/unsigned/tab-box.ts';
import { UnsignedBox } from '#app/components/unsigned/unsigned-box.tsx';
import { useRoom } from '../room-context.ts';
import { useRoomUi } from '../room-ui.ts';
import { useRoomKey } from '../use-room-keys.ts';
import { isUnsent } from './own-boxes.ts';
import { putUnsigned } from './put-unsigned.ts';

/** "What is still unsaid?": words without a name, put into a box that is opened for everyone at once (U1 to U5). */
export function Unsaid({ stage, opened }: { stage: string; opened: boolean }) {
  const box = useBoxOf(stage, opened);
  const field = useRef<HTMLTextAreaElement>(null);
  useRoomKey('unsigned', opened ? null : () => field.current?.focus());
  if (opened) return <NotPutIn box={box} />;
  return <UnsaidBox stage={stage} box={box} field={field} />;
}

/** The box as it is closed, wherever the group is. */
export function UnsaidBox({
  stage,
  box,
  field,
}: {
  stage: string;
  box: ReturnType<typeof useTabBox>;
  field: RefObject<HTMLTextAreaElement | null>;
}) {
  const { room } = useRoom();
  const { say } = useRoomUi();
  return (
    <UnsignedBox
      box={box}
      kind="unsaid"
      label="What is still unsaid"
      put={(id, words) => putUnsigned(room.id, { command: 'unsigned', stage, id, words })}
      takeOut={(id) => putUnsigned(room.id, { command: 'withdraw-unsigned', stage, id })}
      say={say}
      field={field}
    />
  );
}

/** What this tab has in a stage's box; nothing of it is known here any more once that is opened (U5). */
export function useBoxOf(stage: string, opened: boolean) {
  const { own } = useRoom();
  const box = useTabBox(stage, own.actor.id);
  useEffect(() => {
    if (opened) forgetTabBox(stage, own.actor.id);
  }, [stage, opened, own.actor.id]);
  return box;
}

/** The box was opened before these words were in. */
export const NotPutIn = ({ box }: { box: ReturnType<typeof useTabBox> }) =>
  isUnsent(box) ? (
    <NotKeptWords
      said="The box was opened before you had put this in."
      words={box.draft}
      forget={() => box.type('')}
    />
  ) : null;
