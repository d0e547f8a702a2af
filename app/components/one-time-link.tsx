import { useEffect, useId, useRef } from 'react';
import { CopyButton } from './copy-button.tsx';

/** A link that is shown this once, to be copied and passed on. */
export function OneTimeLink({ url, children }: { url: string; children: React.ReactNode }) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  // brings it into view, marked for copying, wherever on the page it was asked for
  useEffect(() => {
    if (url) field.current?.focus();
  }, [url]);
  return (
    <div className="field" role="status">
      <label htmlFor={id}>{children}</label>
      <span className="hint">It works once and is shown only now. Copy it and send it yourself.</span>
      <input
        id={id}
        ref={field}
        className="input"
        readOnly
        value={url}
        onFocus={(event) => event.currentTarget.select()}
      />
      <CopyButton text={url} />
    </div>
  );
}
