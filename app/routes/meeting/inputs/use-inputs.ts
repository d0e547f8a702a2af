import { useEffect, useState } from 'react';
import type { Inputs } from '#server/meetings/inputs/read-inputs.ts';
import { useRoom } from '../room-context.ts';

/**
 * What travels over HTTP alone, asked for now, whenever `again` changes, and every so often.
 * @param everyMs null: not again by itself
 */
export function useInputs(
  stage: string | null,
  everyMs: number | null,
  again: unknown = null,
): Inputs | null {
  const { room } = useRoom();
  const [inputs, setInputs] = useState<Inputs | null>(null);
  useEffect(() => {
    const asking = new AbortController();
    const ask = async () => {
      const answer = await fetch(
        `/meetings/${room.id}/inputs.json${stage === null ? '' : `?stage=${stage}`}`,
        {
          signal: asking.signal,
        },
      ).catch(() => null);
      const heard = answer?.ok ? ((await answer.json().catch(() => null)) as Inputs | null) : null;
      if (heard && !asking.signal.aborted) setInputs(heard);
    };
    void ask();
    const timer = everyMs === null ? undefined : setInterval(ask, everyMs);
    return () => {
      clearInterval(timer);
      asking.abort();
    };
  }, [room.id, stage, everyMs, again]);
  return inputs;
}
