import { type SubmitEvent, useEffect, useState } from 'react';
import { WordsField } from '#app/components/field.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import { useTabWords } from '#app/components/tab-words.ts';
import { usePress } from '#app/components/use-press.ts';
import { asId, type StageId } from '#domain/ids.ts';
import { LONGEST_TEXT } from '#domain/meeting/inputs.ts';

/** M15: one's own text until it is shown, the meeting's end or not: its author's alone, to read and to change. */
export function OwnTextInRecord({
  meeting,
  stage,
  me,
  kept,
}: {
  meeting: string;
  stage: string;
  me: string;
  kept: string;
}) {
  const { press, refused } = usePress(meeting);
  const [typed, type] = useTabWords(`soak.own-text:${me}:${stage}`);
  const [said, setSaid] = useState('');
  const words = typed ?? kept;
  // what is kept needs no place in the tab; what was typed while it was on its way does
  useEffect(() => {
    if (typed?.trim() === kept.trim()) type(null);
  }, [typed, kept, type]);
  if (kept === '' && typed === null) return null;
  const keep = async (event: SubmitEvent) => {
    event.preventDefault();
    if (await press({ command: 'write', stage: asId<StageId>(stage), words })) setSaid('Kept.');
  };
  return (
    <form className="look-back" onSubmit={keep}>
      <WordsField
        label="What you wrote, for you alone"
        value={words}
        maxLength={LONGEST_TEXT}
        onChange={(event) => {
          setSaid('');
          type(event.currentTarget.value);
        }}
      />
      <Refusal sentence={refused} />
      <div className="acts">
        <button type="submit" className="btn small" disabled={words.trim() === kept.trim()}>
          Keep it
        </button>
      </div>
      <p className="quietly small" role="status">
        {said}
      </p>
    </form>
  );
}
