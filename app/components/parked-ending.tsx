import './parked-ending.css';
import { useEffect, useRef, useState } from 'react';
import type { Command } from '#domain/meeting/command.ts';
import {
  type ParkedEnding as How,
  LONGEST_ENDING_NOTE,
  PARKED_ENDING_WORDS,
  PARKED_ENDINGS,
} from '#domain/meeting/parked.ts';
import type { ParkedShown } from '#domain/meeting/projection.ts';
import { Refusal } from './refusal.tsx';
import { SegChoice } from './seg.tsx';

/** How something parked ended, in words: "; a follow-up talk: Priya and Vera". Nothing while it waits. */
export const endedWords = ({ ending }: Pick<ParkedShown, 'ending'>): string =>
  ending === null
    ? ''
    : `; ${PARKED_ENDING_WORDS[ending.how].toLowerCase()}${ending.note && `: ${ending.note}`}`;

/**
 * C5: the four ends, for whoever may say how it ends: while people talk, and afterwards in the record.
 * @param end null when it is kept, else the sentence that says why not
 */
export function ParkedEnding({
  parked,
  end,
}: {
  parked: Pick<ParkedShown, 'id' | 'ending'>;
  end: (command: Command) => Promise<string | null>;
}) {
  const [open, setOpen] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const [how, setHow] = useState<How>(parked.ending?.how ?? 'answered');
  const form = useRef<HTMLFormElement>(null);
  const way = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  // the button that was pressed is gone with the press, and so is the form: the focus goes to what came in its place
  useEffect(() => {
    if (open) form.current?.querySelector<HTMLInputElement>('input:checked')?.focus();
    else if (wasOpen.current) way.current?.focus();
    wasOpen.current = open;
  }, [open]);
  if (!open)
    return (
      <button ref={way} type="button" className="link small" onClick={() => setOpen(true)}>
        {parked.ending ? 'Change how it ended' : 'Say how it ends'}
      </button>
    );
  return (
    <form
      ref={form}
      className="parked-ending"
      onSubmit={async (event) => {
        event.preventDefault();
        const note = String(new FormData(event.currentTarget).get('note') ?? '');
        const sentence = await end({ command: 'end-parked', parked: parked.id, ending: how, note });
        setRefused(sentence);
        setOpen(sentence !== null);
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
