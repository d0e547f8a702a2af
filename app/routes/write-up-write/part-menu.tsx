import { IconArrowDown, IconArrowUp, IconDots, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Drop } from '#app/components/drop.tsx';
import { Icon } from '#app/components/icon.tsx';

/** What can be done with a part as a whole: move it, take it out. Moving touches no word. */
export function PartMenu({
  what,
  id,
  ids,
  onMove,
  onTakeOut,
  children,
}: {
  what: string;
  id: string;
  /** All parts of this kind in their order. */
  ids: readonly string[];
  /** Behind which part it goes; null is the beginning. */
  onMove: (after: string | null) => void;
  onTakeOut: () => void;
  children?: ReactNode;
}) {
  const at = ids.indexOf(id);
  return (
    <Drop
      label={`More for this ${what}`}
      summary={
        <span className="btn quiet small">
          <Icon of={IconDots} />
          More
        </span>
      }
    >
      {children}
      <button type="button" className="item" disabled={at <= 0} onClick={() => onMove(ids[at - 2] ?? null)}>
        <Icon of={IconArrowUp} />
        Move up
      </button>
      <button
        type="button"
        className="item"
        disabled={at === ids.length - 1}
        onClick={() => onMove(ids[at + 1] ?? null)}
      >
        <Icon of={IconArrowDown} />
        Move down
      </button>
      <button type="button" className="item" onClick={onTakeOut}>
        <Icon of={IconTrash} />
        Take out
      </button>
    </Drop>
  );
}
