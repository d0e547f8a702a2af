import { useState } from 'react';
import { Ruled } from '#app/components/page.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import { SegChoice } from '#app/components/seg.tsx';
import { usePress } from '#app/components/use-press.ts';
import {
  LONGEST_ENDING_NOTE,
  PARKED_ENDING_WORDS,
  PARKED_ENDINGS,
  type ParkedEnding,
} from '#domain/meeting/parked.ts';
import type { ParkedShown } from '#domain/meeting/projection.ts';

/** What was set aside, and how each ends (C5). */
export const ParkedInRecord = ({
  parked,
  meeting,
  me,
  mayEndAll,
}: {
  parked: readonly ParkedShown[];
  meeting: string;
  me: string;
  mayEndAll: boolean;
}) =>
  parked.length === 0 ? null : (
    <section>
      <Ruled>Parked</Ruled>
      <ul className="kept">
        {parked.map((one) => (
          <li key={one.id}>
            <p className="said">{one.words}</p>
            <small>
              {one.by.name}
              {one.ending && `; ${PARKED_ENDING_WORDS[one.ending.how].toLowerCase()}`}
              {one.ending?.note && `: ${one.ending.note}`}
            </small>
            {(mayEndAll || one.by.id === me) && <Ending parked={one} meeting={meeting} />}
          </li>
        ))}
      </ul>
    </section>
  );

function Ending({ parked, meeting }: { parked: ParkedShown; meeting: string }) {
  const { press, refused } = usePress(meeting);
  const [open, setOpen] = useState(false);
  const [how, setHow] = useState<ParkedEnding>(parked.ending?.how ?? 'answered');
  if (!open)
    return (
      <button type="button" className="link small" onClick={() => setOpen(true)}>
        {parked.ending ? 'Change how it ended' : 'Say how it ends'}
      </button>
    );
  return (
    <form
      className="ending"
      onSubmit={async (event) => {
        event.preventDefault();
        const note = String(new FormData(event.currentTarget).get('note') ?? '');
        if (await press({ command: 'end-parked', parked: parked.id, ending: how, note })) setOpen(false);
      }}
    >
      <SegChoice
        label="How it ends"
        name={`ending-${parked.id}`}
        options={PARKED_ENDINGS.map((value) => ({ value, words: PARKED_ENDING_WORDS[value] }))}
        chosen={how}
        onChoose={setHow}
      />
      <input
        className="input"
        name="note"
        aria-label="With whom, or where"
        placeholder="With whom, or where, if you like"
        defaultValue={parked.ending?.note ?? ''}
        maxLength={LONGEST_ENDING_NOTE}
      />
      <Refusal sentence={refused} />
      <div className="acts">
        <button type="submit" className="btn small">
          Keep
        </button>
        <button type="button" className="btn small quiet" onClick={() => setOpen(false)}>
          Leave it
        </button>
      </div>
    </form>
  );
}
