import { type ReactNode, useState } from 'react';

/** A submit button that asks once more in words, in place. Without JavaScript it submits at once: what it does can be undone. */
export function ConfirmSubmit({
  question,
  confirm,
  children,
}: {
  question: string;
  confirm: string;
  children: ReactNode;
}) {
  const [asking, setAsking] = useState(false);
  if (!asking)
    return (
      <button
        type="submit"
        className="btn"
        onClick={(event) => {
          event.preventDefault();
          setAsking(true);
        }}
      >
        {children}
      </button>
    );
  return (
    <fieldset className="ask">
      <legend className="sr">{question}</legend>
      <span aria-hidden>{question}</span>
      <button type="submit" className="btn" ref={(button) => button?.focus()}>
        {confirm}
      </button>
      <button type="button" className="btn quiet" onClick={() => setAsking(false)}>
        Leave it
      </button>
    </fieldset>
  );
}
