import { useEffect, useRef, useState } from 'react';
import { EditInPlace } from './edit-in-place.tsx';
import { useTabWords } from './tab-words.ts';
import type { Sent } from './use-press.ts';

/** Change and Withdraw under one's own words; changing happens where they stand. Without `change` they can only be withdrawn. */
export function OwnWords({
  id,
  me,
  withdraw,
  change,
  ...field
}: {
  /** Of what the words are of. */
  id: string;
  me: string;
  label: string;
  words: string;
  longest: number;
  oneLine?: boolean;
  change: ((words: string) => Promise<Sent>) | null;
  withdraw: () => void;
}) {
  const { changing, type, isPressed, press } = useChanging(me, id);
  const isChanging = changing !== null && change !== null;
  const way = useRef<HTMLButtonElement>(null);
  const wasChanging = useRef(false);
  // the form and its buttons are gone with the press: the focus goes to what came in its place
  useEffect(() => {
    if (!isChanging && wasChanging.current && document.activeElement === document.body) way.current?.focus();
    wasChanging.current = isChanging;
  }, [isChanging]);
  if (isChanging)
    return <EditInPlace {...field} words={changing} type={type} autoFocus={isPressed} keep={change} />;
  return (
    <div className="own">
      {change && (
        <button ref={way} type="button" className="link" onClick={() => press(field.words)}>
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
export function useChanging(me: string, id: string) {
  const [changing, type, open] = useTabWords(`soak.change:${me}:${id}`);
  const [isPressed, setPressed] = useState(false);
  const press = (words: string) => {
    setPressed(true);
    open(words);
  };
  return { changing, type, isPressed, press };
}
