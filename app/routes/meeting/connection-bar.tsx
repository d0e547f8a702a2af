import { IconCloudOff } from '@tabler/icons-react';
import { Icon } from '#app/components/icon.tsx';
import { GoesOnWriting } from '#app/components/writing/goes-on-writing.tsx';
import { WhatHelps } from '#app/components/writing/session-bar.tsx';
import { useSessionSoon, useStoreSoon } from '#app/components/writing/use-session.tsx';
import type { CloseReason } from '#collab/document/close-reasons.ts';
import { useRoom } from './room-context.ts';
import { useAway } from './use-away.ts';

const GONE = 'The connection is gone; trying again. The meeting goes on without this tab.';
const BLOCKED =
  'This network does not let live connections through. The room moves here all the same, a few seconds late.';

/** A lost connection, in words: the room's own, or the one its write-up is written over. The meeting goes on at the server; nothing pressed here is kept to be sent later. */
export function ConnectionBar({ retry }: { retry: () => void }) {
  const { link, own } = useRoom();
  const session = useSessionSoon();
  const ended = useEnded();
  const isAway = useAway();
  if (!ended && !isAway && !link.blocked) return null;
  const reason = ended ?? link.reason;
  // a sign-in that ended has ended both
  const retryBoth = () => {
    retry();
    session?.open.retry();
  };
  return (
    <div className="connection" role="status">
      <Icon of={IconCloudOff} />
      <p>
        {reason?.remedy === 'sign-in' && own.actor.guest ? (
          <ComeInAgain />
        ) : (
          <>
            {sentenceOf(reason) ?? (link.blocked ? BLOCKED : GONE)}{' '}
            {reason && isInHand(reason) ? (
              <WhatHelps remedy={reason.remedy} retry={retryBoth} />
            ) : (
              <GoesOnWriting>
                <button type="button" className="link" onClick={retryBoth}>
                  Try now
                </button>
              </GoesOnWriting>
            )}
          </>
        )}
      </p>
    </div>
  );
}

/** Why one of the two no longer goes on by itself; null while both do. */
function useEnded(): CloseReason | null {
  const { link } = useRoom();
  const status = useStoreSoon(useSessionSoon()?.open.status);
  if (link.phase === 'stopped' && link.reason) return link.reason;
  // that the write-up is closed to this person is said where they were writing
  return status?.reason && isInHand(status.reason) ? status.reason : null;
}

/** Why it is silent nobody knows: then what is so here, and what goes on without it. */
const sentenceOf = (reason: CloseReason | null): string | undefined =>
  reason?.name === 'silent' ? undefined : reason?.sentence;

/** It goes on once this person has done something. */
const isInHand = ({ remedy }: CloseReason): boolean => remedy !== 'wait' && remedy !== 'leave';

/** A guest has no sign-in to renew (G1). */
const ComeInAgain = () => (
  <>
    You are no longer let in here. With the meeting’s code you can{' '}
    <a className="link" href="/guest">
      come in again
    </a>
    .
  </>
);
