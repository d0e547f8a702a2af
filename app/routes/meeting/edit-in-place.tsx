import { useState } from 'react';
import { Refusal } from '#app/components/refusal.tsx';
import type { Sent } from './room-context.ts';

/** Own words, changed where they stand. */
export function EditInPlace({
  label,
  words,
  longest,
  oneLine = false,
  keep,
  done,
}: {
  label: string;
  words: string;
  longest: number;
  /** A short line that may be empty, instead of words that may not. */
  oneLine?: boolean;
  keep: (words: string) => Promise<Sent>;
  done: () => void;
}) {
  const [refused, setRefused] = useState<string | null>(null);
  const field = {
    name: 'words',
    'aria-label': label,
    defaultValue: words,
    maxLength: longest,
    // the field was opened by the press just made
    autoFocus: true,
  };
  return (
    <form
      className="inline-form"
      onSubmit={async (event) => {
        event.preventDefault();
        const sent = await keep(String(new FormData(event.currentTarget).get('words') ?? ''));
        if (sent.done) done();
        else setRefused(sent.sentence);
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
      <button type="button" className="btn small quiet" onClick={done}>
        Leave it
      </button>
      <Refusal sentence={refused} />
    </form>
  );
}
