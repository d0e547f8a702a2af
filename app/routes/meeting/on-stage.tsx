import { IconFocus2 } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Icon } from '#app/components/icon.tsx';
import type { Target } from '#domain/meeting/target.ts';
import { isSameTarget, isWithin } from '#domain/meeting/target.ts';
import { useRoom } from './room-context.ts';
import { useRoomUi } from './room-ui.ts';

/** Something of the write-up on the stage. The spotlit one carries the bar in accent; those who steer can light it from here. */
export function OnStage({
  target,
  label,
  children,
}: {
  target: Target;
  /** What it is, for those who listen: "Moment", "Finding, One key opens all"; its own where several stand on one stage. */
  label: string;
  children: ReactNode;
}) {
  const { room, own, send, may } = useRoom();
  const { chosen, choose, view } = useRoomUi();
  const lit = isSameTarget(room.current?.spotlight ?? null, target);
  const mine = isSameTarget(chosen, target);
  // whoever tells this part lights what is in it
  const mayLight =
    may('spotlight') === true && (own.actor.steers || isWithin(target, room.current?.targets ?? []));
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: choosing by click only spares the press of the button inside, which keys reach
    <section
      className={`on-stage${lit ? ' lit' : ''}${mine ? ' chosen' : ''}`}
      aria-label={lit ? `${label}: the group is here` : label}
      onClick={() => choose(mine ? null : target)}
    >
      {children}
      {mayLight && !lit && (
        <button
          type="button"
          className="btn small light-it"
          onClick={async (event) => {
            event.stopPropagation();
            if ((await send({ command: 'spotlight', target })).done) view.back();
          }}
        >
          <Icon of={IconFocus2} />
          Spotlight
        </button>
      )}
    </section>
  );
}
