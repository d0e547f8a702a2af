import { type FormEvent, useEffect, useRef, useState } from 'react';

/** Long enough that a word being typed is one request. */
const REST_MS = 600;
/** The most a browser sends on when its page is already gone. */
const KEEPALIVE_BYTES = 60_000;

/**
 * Keeps what the preview says with its import while one is at it, so that nothing decided is lost by leaving. Without
 * JavaScript it is kept each time the form is sent.
 */
export function useKeeping(id: string) {
  // the form itself, not a ref to it: when the page is left it is still whole, and the ref already empty
  const waiting = useRef<{ form: HTMLFormElement; timer: ReturnType<typeof setTimeout> } | null>(null);
  const [said, setSaid] = useState('');
  const rest = () => {
    if (waiting.current) clearTimeout(waiting.current.timer);
    waiting.current = null;
  };
  const keep = () => {
    const form = waiting.current?.form;
    rest();
    if (form) void send(id, form).then((isKept) => setSaid(isKept ? KEPT : NOT_KEPT));
  };
  useEffect(() => {
    document.addEventListener('visibilitychange', keep);
    return () => {
      document.removeEventListener('visibilitychange', keep);
      keep();
    };
  });
  const change = ({ currentTarget: form }: FormEvent<HTMLFormElement>) => {
    rest();
    waiting.current = { form, timer: setTimeout(keep, REST_MS) };
  };
  return { said, change, rest };
}

const KEPT = 'Your choices are kept here for two days.';
const NOT_KEPT = 'Not kept: the connection is gone. Your choices stay as long as this page is open.';

async function send(id: string, form: HTMLFormElement): Promise<boolean> {
  const fields = [...new FormData(form)].filter(
    (field): field is [string, string] => typeof field[1] === 'string',
  );
  const body = new URLSearchParams(fields).toString();
  try {
    const answer = await fetch(`/reviews/import/${id}/choices`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body,
      keepalive: body.length < KEEPALIVE_BYTES,
    });
    return answer.ok;
  } catch {
    return false;
  }
}
