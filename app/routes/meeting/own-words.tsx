import { useState } from 'react';
import { useTabWords } from '#app/components/tab-words.ts';
import { EditInPlace } from './edit-in-place.tsx';
import { type Sent, useRoom } from './room-context.ts';

/** Change and Withdraw under one's own words; changing happens where they stand. Without `change` they can only be withdrawn. */
export function OwnWords({
  id,
  withdraw,
  change,
  ...field
}: {
  /** Of what the words are of. */
  id: string;
  label: string;
  words: string;
  longest: number;
  oneLine?: boolean;
  change: ((words: string) => Promise<Sent>) | null;
  withdraw: () => void;
}) {
  const { changing, type, isPressed, press } = useChanging(id);
  if (changing !== null && change)
    return <EditInPlace {...field} words={changing} type={type} autoFocus={isPressed} keep={change} />;
  return (
    <div className="own">
      {change && (
        <button type="button" className="link" onClick={() => press(field.words)}>
          Change
        </button>
      )}
      <button type="button" className="link" onClick={withdraw}>
        Withdraw
      </button>
    </div>
  );
}

/** Words of one's own as they are being changed in this tab; null: they are not. `isPressed`: since this stands here. */
export function useChanging(id: string) {
  const [changing, type] = useTabWords(`soak.change:${useRoom().own.actor.id}:${id}`);
  const [isPressed, setPressed] = useState(false);
  const press = (words: string) => {
    setPressed(true);
    type(words);
  };
  return { changing, type, isPressed, press };
}
