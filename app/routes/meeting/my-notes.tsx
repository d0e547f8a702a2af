import { useEffect, useRef, useState } from 'react';
import { useRoom } from './room-context.ts';

const AFTER_MS = 1200;

/** Notes of mine on this meeting. Nobody else can read them; kept as I type. */
export function MyNotes() {
  const { own, send } = useRoom();
  const [words, setWords] = useState(own.note);
  const [kept, setKept] = useState<'kept' | 'keeping' | string>('kept');
  const sentWords = useRef(own.note);
  useEffect(() => {
    if (words === sentWords.current) return;
    setKept('keeping');
    const timer = setTimeout(async () => {
      const sent = await send({ command: 'note', words });
      if (sent.done) sentWords.current = words;
      setKept(sent.done ? 'kept' : sent.sentence);
    }, AFTER_MS);
    return () => clearTimeout(timer);
  }, [words, send]);
  return (
    <section className="mine" aria-labelledby="mine-title">
      <h2 id="mine-title">
        My notes <span>only mine</span>
      </h2>
      <textarea
        aria-labelledby="mine-title"
        placeholder="Write a note"
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        maxLength={4000}
        rows={Math.min(12, Math.max(3, words.split('\n').length + 1))}
      />
      <p className="quietly small" role="status">
        {kept === 'keeping' ? 'Keeping it' : kept === 'kept' ? (words ? 'Kept' : '') : kept}
      </p>
    </section>
  );
}
