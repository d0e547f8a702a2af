import { IconFocus2, IconUsersGroup } from '@tabler/icons-react';
import { Icon } from '#app/components/icon.tsx';
import { useRoom } from './room-context.ts';
import { useRoomUi } from './room-ui.ts';
import { useRoomKey } from './use-room-keys.ts';

const NOTHING_CHOSEN = 'First choose a passage, moment or finding on the stage.';

/** What the group is asked to look at. Nothing to light, or not now: the button stays in reach and says why. */
export function SpotlightButtons() {
  const { room, send, may } = useRoom();
  const { chosen, view, remark } = useRoomUi();
  const target = chosen ?? view.around;
  const maySpotlight = may('spotlight');
  const allowed = maySpotlight === true;
  const why = maySpotlight !== true ? maySpotlight : target ? null : NOTHING_CHOSEN;
  const light = async () => {
    remark(why);
    if (why === null && target && (await send({ command: 'spotlight', target })).done) view.back();
  };
  const clear = () => send({ command: 'spotlight', target: null });
  const bring = () => send({ command: 'bring-everyone' });
  useRoomKey('spotlight', light);
  useRoomKey('clear', allowed ? clear : null);
  useRoomKey('bring', may('bring-everyone') === true ? bring : null);
  return (
    <>
      <button
        type="button"
        className="btn quiet"
        onClick={light}
        aria-disabled={why !== null}
        aria-keyshortcuts="S"
      >
        <Icon of={IconFocus2} size={17} />
        Spotlight
        <kbd>S</kbd>
      </button>
      {room.current?.spotlight && (
        <button
          type="button"
          className="btn quiet take-away"
          onClick={clear}
          disabled={!allowed}
          aria-keyshortcuts="Shift+S"
        >
          Take it away
        </button>
      )}
      <button
        type="button"
        className="btn quiet"
        onClick={bring}
        disabled={may('bring-everyone') !== true}
        aria-keyshortcuts="B"
      >
        <Icon of={IconUsersGroup} size={17} />
        Bring everyone
        <kbd>B</kbd>
      </button>
    </>
  );
}
