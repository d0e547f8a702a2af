import { IconFocus2 } from '@tabler/icons-react';
import { useEffect } from 'react';
import { Icon } from '#app/components/icon.tsx';
import { useRoom } from './room-context.ts';
import { useRoomUi } from './room-ui.ts';
import { findTarget, wordsFor } from './target-words.ts';
import type { View } from './use-following.ts';
import { useRoomKey } from './use-room-keys.ts';

/** Looking around never moves the group, and the way back is always in view. */
export function AroundChip() {
  const { room, writeUp, momentZone: zone } = useRoom();
  const { view } = useRoomUi();
  const away = view.isElsewhere;
  useRoomKey('follow', away ? view.back : null);
  useRoomKey('goBack', view.goBack);
  useSayBrought(view);
  if (view.goBack)
    return (
      <p className="around">
        <Icon of={IconFocus2} size={18} />
        <span>The facilitator brought everyone here.</span>
        <button type="button" className="link" onClick={view.goBack} aria-keyshortcuts="Escape">
          Back to where I was <kbd>Esc</kbd>
        </button>
      </p>
    );
  if (!away || !room.current) return null;
  const stage = room.stages.find(({ id }) => id === room.current?.stage);
  const spotlight = findTarget(writeUp, room.current.spotlight);
  const place = spotlight ? wordsFor(spotlight, zone) : `“${stage?.title ?? ''}”`;
  return (
    <p className="around">
      <Icon of={IconFocus2} size={18} />
      <span>
        {view.isAsked ? 'The facilitator asks everyone to come. ' : ELSEWHERE[view.mode]}The group is at{' '}
        <b>{place}</b>.
      </span>
      <button type="button" className="link" onClick={view.back} aria-keyshortcuts="F">
        Return <kbd>F</kbd>
      </button>
    </p>
  );
}

const ELSEWHERE: Record<View['mode'], string> = {
  following: '',
  busy: 'You are writing. ',
  staying: 'Your view stays. ',
  browsing: 'You are looking around. ',
};

/** For those who listen, once each time. */
function useSayBrought({ goBack, isAsked }: View) {
  const { say } = useRoomUi();
  const wasBrought = goBack !== null;
  useEffect(() => {
    if (wasBrought) say('The facilitator brought everyone here. Escape takes you back to where you were.');
  }, [wasBrought, say]);
  useEffect(() => {
    if (isAsked) say('The facilitator asks everyone to come. F takes you to the group.');
  }, [isAsked, say]);
}
