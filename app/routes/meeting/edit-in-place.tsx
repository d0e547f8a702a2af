import { useState } from 'react';
import { Refusal } from '#app/components/refusal.tsx';
import type { Sent } from './room-context.ts';

/** Own words, changed where they stand. */
export function EditInPlace({
  label,
  words,
  longest,
  keep,
  done,
}: {
  label: string;
  words: string;
  longest: number;
  keep: (words: string) => Promise<Sent>;
  done: () => void;
}) {
  const [refused, setRefused] = useState<string | null>(null);
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
      <textarea
        className="input words"
        name="words"
        aria-label={label}
        defaultValue={words}
        maxLength={longest}
        rows={3}
        required
        // biome-ignore lint/a11y/noAutofocus: the field was opened by the press just made
        autoFocus
      />
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
