import { IconPencil } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { Icon } from '#app/components/icon.tsx';
import { ClosedNotice } from '#app/components/writing/session-bar.tsx';
import { useSessionSoon, useStoreSoon } from '#app/components/writing/use-session.tsx';
import { Words } from '#app/components/writing/words.tsx';
import { isClosed } from '#collab/client/saved-state.ts';
import { FixOffer } from './fix-offer.tsx';
import { useRoomUi } from './room-ui.ts';

/** Live notes go into the write-up where the stage stands: the words themselves become the place to type, for those who may write. */
export function WriteHere({ place, label, children }: { place: string; label: string; children: ReactNode }) {
  const session = useSessionSoon();
  const status = useStoreSoon(session?.open.status);
  const [writing, setWriting] = useState(false);
  const { face } = useRoomUi();
  // on everybody's device words would go in under its owner's name
  if (face === 'shared' || !session || !status?.ready) return children;
  if (isClosed(status))
    return (
      <>
        {/* said where they were typing; who never did has lost nothing */}
        {writing && <ClosedNotice session={session} status={status} />}
        {children}
      </>
    );
  if (status.mode !== 'write') return children;
  return (
    <>
      {writing ? (
        <div className="prose stage-words">
          <Words place={place} label={label} placeholder="Type, or / for more" hints={false} />
          <FixOffer place={place} />
        </div>
      ) : (
        children
      )}
      <button
        type="button"
        className="linkish quiet small write-here"
        onClick={(event) => {
          event.stopPropagation();
          setWriting(!writing);
        }}
      >
        <Icon of={IconPencil} size={15} /> {writing ? 'Done writing' : 'Write here'}
      </button>
    </>
  );
}
