import { useEffect, useState } from 'react';

/** What the server's clock says, as near as this page can tell. Timers and undo are judged by it, never by the reader's own clock. */
export interface ServerClock {
  now(): number;
}

const MEASURE_EVERY_MS = 5 * 60_000;

/** Measured when the page opens, when it is looked at again, and every five minutes. `initial` is what the loader's answer said. */
export function useServerClock(meeting: string, initial: number): ServerClock {
  const [offset, setOffset] = useState<number | null>(null);
  useEffect(() => {
    let gone = false;
    const measure = async () => {
      const measured = await measureOffset(`/meetings/${meeting}/now`);
      if (!gone && measured !== null) setOffset(measured);
    };
    const onLook = () => document.visibilityState === 'visible' && void measure();
    void measure();
    const timer = setInterval(measure, MEASURE_EVERY_MS);
    document.addEventListener('visibilitychange', onLook);
    return () => {
      gone = true;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', onLook);
    };
  }, [meeting]);
  return { now: () => (offset === null ? initial : Date.now() + offset) };
}

/** The server said `now` in the middle of the way there and back, as far as anyone can tell. */
async function measureOffset(address: string): Promise<number | null> {
  try {
    const asked = Date.now();
    const answer = await fetch(address, { headers: { Accept: 'application/json' } });
    const heard = Date.now();
    const { now } = (await answer.json()) as { now: string };
    return Date.parse(now) - (asked + heard) / 2;
  } catch {
    return null;
  }
}

/** Renders again every second, at most. */
export function useTick(clock: ServerClock, everyMs = 1000): number {
  const [, setBeat] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setBeat((beat) => beat + 1), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return clock.now();
}
