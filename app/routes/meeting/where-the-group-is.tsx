import { IconFocus2, IconFocusCentered } from '@tabler/icons-react';
import { Icon } from '#app/components/icon.tsx';
import { useRoom } from './room-context.ts';
import { useRoomUi } from './room-ui.ts';
import { useAway } from './use-away.ts';

/** In accent, for this is one of its four meanings: where the group is. Nothing while this page cannot know. */
export function WhereTheGroupIs() {
  const { own, people } = useRoom();
  const { view } = useRoomUi();
  const isAway = useAway();
  if (view.mode === 'browsing' || view.mode === 'staying')
    return (
      <span className="apart">
        <Icon of={IconFocusCentered} />
        {view.mode === 'staying' ? 'Your view stays' : 'Looking around'}
      </span>
    );
  if (isAway) return null;
  if (!own.actor.steers)
    return (
      <span className="live">
        <Icon of={IconFocus2} />
        With the group
      </span>
    );
  const follow = people.filter(({ user, following }) => following && user.id !== own.actor.id).length;
  return (
    <span className="live">
      <Icon of={IconFocus2} />
      The group is here{follow > 0 && `; ${follow === 1 ? '1 follows' : `${follow} follow`}`}
    </span>
  );
}
