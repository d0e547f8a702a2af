import { type SubmitEvent, useEffect, useState } from 'react';
import { WordsField } from '#app/components/field.tsx';
import { Ruled } from '#app/components/page.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import { useTabWords } from '#app/components/tab-words.ts';
import { usePress } from '#app/components/use-press.ts';
import { LONGEST_LOOK_BACK, type LookBack } from '#domain/meeting/around/look-back.ts';

/** What helped, and what to change: the facilitator's own, read by nobody else, and shown again before they lead the next. */
export function OwnLookBack({ meeting, me, kept }: { meeting: string; me: string; kept: LookBack }) {
  const { press, refused } = usePress(meeting);
  const [helped, setHelped] = useTabWords(`soak.look-back-helped:${me}:${meeting}`);
  const [changed, setChanged] = useTabWords(`soak.look-back-change:${me}:${meeting}`);
  const words: LookBack = { helped: helped ?? kept.helped, change: changed ?? kept.change };
  const [said, setSaid] = useState('');
  const isNew = words.helped.trim() !== kept.helped || words.change.trim() !== kept.change;
  const keep = async (event: SubmitEvent) => {
    event.preventDefault();
    if (await press({ command: 'look-back', ...words })) setSaid('Kept.');
  };
  // what is kept needs no place in the tab; what was typed while it was on its way does
  useEffect(() => {
    if (helped === kept.helped) setHelped(null);
    if (changed === kept.change) setChanged(null);
  }, [helped, changed, kept, setHelped, setChanged]);
  const change = (part: Partial<LookBack>) => {
    setSaid('');
    if (part.helped !== undefined) setHelped(part.helped);
    if (part.change !== undefined) setChanged(part.change);
  };
  return (
    <section>
      <Ruled aside="only you">Your own look back</Ruled>
      <form className="look-back" onSubmit={keep}>
        <p className="quietly small">
          Nobody else reads this, other facilitators and analysts neither. What you want to change comes up
          before the next meeting you lead. Who can read the database could read it there.
        </p>
        <WordsField
          label="What helped"
          value={words.helped}
          maxLength={LONGEST_LOOK_BACK}
          onChange={(event) => change({ helped: event.currentTarget.value })}
        />
        <WordsField
          label="What to change"
          value={words.change}
          maxLength={LONGEST_LOOK_BACK}
          onChange={(event) => change({ change: event.currentTarget.value })}
        />
        <Refusal sentence={refused} />
        <div className="acts">
          <button type="submit" className="btn small" disabled={!isNew}>
            Keep it
          </button>
        </div>
        <p className="quietly small" role="status">
          {said}
        </p>
      </form>
    </section>
  );
}
