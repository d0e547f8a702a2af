import { useEffect, useState } from 'react';
import { PRESENT_SECONDS } from '#domain/meeting/presence.ts';
import type { PersonShown } from '#domain/meeting/projection.ts';
import { mayTakeOver, RECONNECTING_AFTER_SECONDS } from '#domain/meeting/take-over.ts';
import { useRoom } from './room-context.ts';
import { useTick } from './server-clock.ts';

export interface Lead {
  person: PersonShown | null;
  isAway: boolean;
  /** Somebody else who facilitates and is here. */
  helper: PersonShown | null;
  mayTakeOver: boolean;
  now: number;
}

/**
 * Whether who leads is here. A face in the room says so at once; the row of last sight decides about taking over, as at the
 * server. A page that is itself cut off knows nothing of others and says nothing.
 */
export function useLead(): Lead {
  const { room, own, people, facesMissing, link, clock, may } = useRoom();
  const now = useTick(clock);
  const lead = room.facilitators[0] ?? null;
  const isHere = (id: string) => people.some(({ user }) => user.id === id);
  const isConnected = link.phase === 'connected' && people.length > 0;
  const isMissing = lead !== null && lead.id !== own.actor.id && isConnected && !isHere(lead.id);
  const watchedMs = useSince(isMissing, now);
  const leadSeenAt = new Date(room.lead.seenAt ?? room.startedAt ?? now);
  const unseenMs = now - leadSeenAt.getTime();
  const isAway =
    isMissing &&
    (unseenMs >= PRESENT_SECONDS * 1000 || (!facesMissing && watchedMs >= RECONNECTING_AFTER_SECONDS * 1000));
  const facilitators = room.facilitators.map(({ id }) => id);
  const isFree = mayTakeOver(
    { policy: room.lead.policy, facilitators, leadSeenAt },
    own.actor.id,
    new Date(now),
  );
  return {
    person: lead,
    isAway,
    helper: room.facilitators.slice(1).find(({ id }) => id !== own.actor.id && isHere(id)) ?? null,
    // G2: a guest never leads; nor does anybody from a device that is everybody's
    mayTakeOver: isAway && isFree === true && may('take-over') === true,
    now,
  };
}

/** Milliseconds something has been so, as this page has watched it. */
function useSince(so: boolean, now: number): number {
  const [since, setSince] = useState<number | null>(null);
  // the instant at which it began, not the ticks after it
  useEffect(() => setSince(so ? now : null), [so]);
  return since === null ? 0 : now - since;
}
