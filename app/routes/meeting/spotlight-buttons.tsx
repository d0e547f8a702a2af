import { IconFocus2, IconUsersGroup } from '@tabler/icons-react';
import { Icon } from '#app/components/icon.tsx';
import { isWithin } from '#domain/meeting/target.ts';
import { useRoom } from './room-context.ts';
import { useRoomUi } from './room-ui.ts';
import { useRoomKey } from './use-room-keys.ts';

const NOTHING_CHOSEN = 'First choose a passage, moment or finding on the stage.';
const NOT_IN_PART = 'That is not in the part you tell. The facilitators put the spotlight on the rest.';

/** What the group is asked to look at, and what keeps it from being asked. */
function useSpotlight() {
  const { room, own, send, may } = useRoom();
  const { chosen, view, remark } = useRoomUi();
  const target = chosen ?? view.around;
  const maySpotlight = may('spotlight');
  const allowed = maySpotlight === true;
  const mayLightIt = own.actor.steers || isWithin(target, room.current?.targets ?? []);
  const refused = mayLightIt ? null : NOT_IN_PART;
  const why = maySpotlight !== true ? maySpotlight : target ? refused : NOTHING_CHOSEN;
  const light = async () => {
    remark(why);
    if (why === null && target && (await send({ command: 'spotlight', target })).done) view.back();
  };
  return {
    light,
    why,
    allowed,
    isLit: room.current?.spotlight != null,
    mayBring: may('bring-everyone') === true,
    clear: () => send({ command: 'spotlight', target: null }),
    bring: () => send({ command: 'bring-everyone' }),
  };
}

/**
 * Nothing to light, or not now: the button stays in reach and says why. On a phone they stand here while there is something to
 * light, and under More otherwise (`SpotlightItems`).
 */
export function SpotlightButtons() {
  const { light, why, allowed, isLit, mayBring, clear, bring } = useSpotlight();
  return (
    <span className={why === null ? 'spot-acts' : 'spot-acts nothing-to-light'}>
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
      {isLit && (
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
        className="btn quiet bring"
        onClick={bring}
        disabled={!mayBring}
        aria-keyshortcuts="B"
      >
        <Icon of={IconUsersGroup} size={17} />
        Bring everyone
        <kbd>B</kbd>
      </button>
    </span>
  );
}

/** For whoever tells the part: what they chose of it, and the way back to the whole of it. */
export function TellerSpotlight() {
  const { light, why, allowed, isLit, clear } = useSpotlight();
  useRoomKey('spotlight', light);
  useRoomKey('clear', allowed && isLit ? clear : null);
  return (
    <span className="acts">
      <button
        type="button"
        className="btn"
        onClick={light}
        aria-disabled={why !== null}
        aria-keyshortcuts="S"
      >
        <Icon of={IconFocus2} size={17} />
        Spotlight what I chose
        <kbd>S</kbd>
      </button>
      {isLit && (
        <button type="button" className="btn quiet" onClick={clear} aria-keyshortcuts="Shift+S">
          Take it away
        </button>
      )}
    </span>
  );
}

/** The same on a phone and beside the wall, first in the sheet under More. Its keys are here: More stands on every face of those who steer. */
export function SpotlightItems() {
  const { room } = useRoom();
  const { light, why, allowed, isLit, mayBring, clear, bring } = useSpotlight();
  const stands = room.current !== null;
  useRoomKey('spotlight', stands ? light : null);
  useRoomKey('clear', stands && allowed ? clear : null);
  useRoomKey('bring', stands && mayBring ? bring : null);
  if (!room.current) return null;
  return (
    <>
      {mayBring && (
        <button type="button" className="item narrow-item" onClick={bring}>
          <Icon of={IconUsersGroup} size={17} />
          Bring everyone
        </button>
      )}
      {why !== null && (
        <button type="button" className="item narrow-item" onClick={light} aria-disabled>
          <Icon of={IconFocus2} size={17} />
          Spotlight
        </button>
      )}
      {isLit && allowed && (
        <button type="button" className="item narrow-item" onClick={clear}>
          Take the spotlight away
        </button>
      )}
    </>
  );
}
