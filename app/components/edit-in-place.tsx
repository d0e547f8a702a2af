import { type ChangeEvent, useRef, useState } from 'react';
import { Refusal } from './refusal.tsx';
import type { Sent } from './use-press.ts';

/** Own words, changed where they stand. What is typed waits in this tab until it is kept or left: the list around it comes and goes. */
export function EditInPlace({
  label,
  words,
  type,
  longest,
  oneLine = false,
  autoFocus,
  keep,
}: {
  label: string;
  /** As they are being changed. */
  words: string;
  /** Null: left as they stood. */
  type: (words: string | null) => void;
  longest: number;
  /** A short line that may be empty, instead of words that may not. */
  oneLine?: boolean;
  /** The field was opened by a press just made, and not found open. */
  autoFocus: boolean;
  keep: (words: string) => Promise<Sent>;
}) {
  const [refused, setRefused] = useState<string | null>(null);
  const newest = useRef(words);
  newest.current = words;
  const field = {
    'aria-label': label,
    value: words,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => type(event.currentTarget.value),
    maxLength: longest,
    autoFocus,
  };
  return (
    <form
      className="inline-form"
      onSubmit={async (event) => {
        event.preventDefault();
        const sent = await keep(words);
        if (!sent.done) return setRefused(sent.sentence);
        // what was typed on meanwhile stays, in a form that stays
        if (newest.current === words) type(null);
      }}
    >
      {oneLine ? (
        <input {...field} className="input" />
      ) : (
        <textarea {...field} className="input words" rows={3} required />
      )}
      <button type="submit" className="btn small">
        Keep
      </button>
      <button type="button" className="btn small quiet" onClick={() => type(null)}>
        Leave it
      </button>
      <Refusal sentence={refused} />
    </form>
  );
}
