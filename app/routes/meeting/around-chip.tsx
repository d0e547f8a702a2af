import { IconFocus2 } from '@tabler/icons-react';
import { Icon } from '#app/components/icon.tsx';
import { useRoom } from './room-context.ts';
import { useRoomUi } from './room-ui.ts';
import { findTarget, wordsFor } from './target-words.ts';
import { useRoomKey } from './use-room-keys.ts';

/** Looking around never moves the group, and the way back is always in view. */
export function AroundChip() {
  const { room, writeUp, momentZone: zone } = useRoom();
  const { view } = useRoomUi();
  const away = view.isElsewhere;
  useRoomKey('follow', away ? view.back : null);
  if (!away || !room.current) return null;
  const stage = room.stages.find(({ id }) => id === room.current?.stage);
  const spotlight = findTarget(writeUp, room.current.spotlight);
  const place = spotlight ? wordsFor(spotlight, zone) : `“${stage?.title ?? ''}”`;
  return (
    <p className="around">
      <Icon of={IconFocus2} size={18} />
      <span>
        {view.mode === 'busy' ? 'You are writing. ' : 'You are looking around. '}The group is at{' '}
        <b>{place}</b>.
      </span>
      <button type="button" className="link" onClick={view.back} aria-keyshortcuts="F">
        Return <kbd>F</kbd>
      </button>
    </p>
  );
}
