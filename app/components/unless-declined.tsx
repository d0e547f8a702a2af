import { type ReactNode, useEffect, useRef, useState } from 'react';

/** "Don't record me" stores nothing: it puts away what is asked here, on this page, and says the way back (A2). */
export function UnlessDeclined({ children }: { children: (decline: () => void) => ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const [declined, setDeclined] = useState<boolean | null>(null);
  // what was pressed is gone: whoever presses by keyboard goes on where it stood
  useEffect(() => {
    if (declined !== null) place.current?.querySelector<HTMLElement>('input:checked, button')?.focus();
  }, [declined]);
  return (
    <div ref={place}>
      {declined ? (
        <p className="small">
          <span role="status">Nothing is noted.</span>{' '}
          <button type="button" className="link" onClick={() => setDeclined(false)}>
            Note it after all
          </button>
        </p>
      ) : (
        children(() => setDeclined(true))
      )}
    </div>
  );
}
