import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Form } from 'react-router';
import { AsLoaded } from './as-loaded.tsx';

/**
 * A form of facts that several people may have open at once: only what this hand changes in it is changed. After an answer that
 * changes what it shows (kept, or asked about) it begins anew, and whoever pressed stands at what came of it.
 * @param asLoaded what it shows, as its deed compares it
 * @param answer a new one for each such answer; without one the form goes on as it is, with what is typed in it
 */
export function KeptForm({
  asLoaded,
  answer,
  said,
  children,
}: {
  asLoaded: string;
  answer: string | undefined;
  said: string | null;
  children: ReactNode;
}) {
  const [begun, setBegun] = useState({ asLoaded, answer });
  if (answer !== undefined && answer !== begun.answer) setBegun({ asLoaded, answer });
  const form = useRef<HTMLFormElement>(null);
  const told = useRef<HTMLParagraphElement>(null);
  const first = useRef(begun.answer);
  useEffect(() => {
    if (begun.answer === first.current) return;
    first.current = begun.answer;
    const asked = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    (asked ?? told.current)?.focus();
  }, [begun.answer]);
  return (
    <>
      <p role="status" className={said ? 'quietly' : 'sr'} ref={told} tabIndex={-1}>
        {said}
      </p>
      <Form method="post" className="form" ref={form} key={begun.answer ?? 'first'}>
        <AsLoaded json={begun.asLoaded} />
        {children}
      </Form>
    </>
  );
}
