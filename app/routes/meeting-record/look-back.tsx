import { type SubmitEvent, useState } from 'react';
import { WordsField } from '#app/components/field.tsx';
import { Ruled } from '#app/components/page.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import { usePress } from '#app/components/use-press.ts';
import { LONGEST_LOOK_BACK, type LookBack } from '#domain/meeting/around/look-back.ts';

/** What helped, and what to change: the facilitator's own, read by nobody else, and shown again before they lead the next. */
export function OwnLookBack({ meeting, kept }: { meeting: string; kept: LookBack }) {
  const { press, refused } = usePress(meeting);
  const [words, setWords] = useState(kept);
  const [said, setSaid] = useState('');
  const isNew = words.helped !== kept.helped || words.change !== kept.change;
  const keep = async (event: SubmitEvent) => {
    event.preventDefault();
    if (await press({ command: 'look-back', ...words })) setSaid('Kept.');
  };
  const change = (part: Partial<LookBack>) => {
    setSaid('');
    setWords((before) => ({ ...before, ...part }));
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
