import { useEffect, useState } from 'react';
import { lastSent, type Sent } from './last-sent.ts';

/** After a form that came to nothing: its words, to be copied, and the same form once more. Nothing where none was sent. */
export function WhatYouWrote() {
  const [sent, setSent] = useState<Sent | null>(null);
  useEffect(() => setSent(lastSent()), []);
  const typed = sent?.fields.filter(({ isTyped, value }) => isTyped && value.trim() !== '') ?? [];
  if (!sent || (typed.length === 0 && !sent.isWhole)) return null;
  return (
    <form method="post" action={sent.to} className="what-you-wrote">
      {typed.length > 0 && <h2>What you wrote</h2>}
      {typed.map(({ name, label, value }) => (
        <div className="field" key={`${name} ${value}`}>
          <span>{label}</span>
          <p className="words">{value}</p>
        </div>
      ))}
      {sent.fields.map(({ name, value }) => (
        <input type="hidden" key={`${name} ${value}`} name={name} value={value} />
      ))}
      {sent.isWhole ? (
        <button type="submit" className="btn">
          Send it again
        </button>
      ) : (
        <p className="quietly">
          It held a file or a password, which are not kept here: copy your words and go back.
        </p>
      )}
    </form>
  );
}
