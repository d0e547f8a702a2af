import { useCallback, useEffect, useState } from 'react';
import type { GuestControl } from '#domain/meeting/guests.ts';
import { askJson } from '../ask-json.ts';

export type GuestPress = { do: 'make' } | { do: 'end' } | { do: 'remove'; guest: string };

export interface GuestsHere {
  /** Null until it has been asked for. */
  control: GuestControl | null;
  refused: string | null;
  does(press: GuestPress): Promise<void>;
}

const LOOK_EVERY_MS = 10_000;
const NOT_DONE = 'That did not reach the server. Try again in a moment.';

/** The meeting's code and guests, for those who let them in. @param isOn false: nothing is asked */
export function useGuestControl(
  meeting: string,
  isOn: boolean,
  first: GuestControl | null = null,
): GuestsHere {
  const address = `/meetings/${meeting}/guests`;
  const [control, setControl] = useState(first);
  const [refused, setRefused] = useState<string | null>(null);
  useEffect(() => {
    if (!isOn) return;
    const look = async () => {
      if (document.visibilityState !== 'visible') return;
      const heard = await askJson<GuestControl>(address, LOOK_EVERY_MS);
      if (heard) setControl(heard);
    };
    void look();
    const beat = setInterval(look, LOOK_EVERY_MS);
    return () => clearInterval(beat);
  }, [address, isOn]);
  const does = useCallback(
    async (press: GuestPress) => {
      const answer = await fetch(address, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(press),
      }).catch(() => null);
      const body = (await answer?.json().catch(() => null)) as (GuestControl & { refused?: string }) | null;
      setRefused(answer?.ok ? null : (body?.refused ?? NOT_DONE));
      if (answer?.ok && body) setControl(body);
    },
    [address],
  );
  return { control, refused, does };
}
