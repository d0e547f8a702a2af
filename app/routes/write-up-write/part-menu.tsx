import {
  IconArrowDown,
  IconArrowUp,
  IconDots,
  IconMessagePlus,
  IconTrash,
  type Icon as TablerIcon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useComments, useCommentsNow } from '#app/components/comments/use-comments.tsx';
import { pageTop } from '#app/components/comments/where-it-stands.ts';
import { Drop } from '#app/components/drop.tsx';
import { Icon } from '#app/components/icon.tsx';
import { closeDrop } from './close-drop.ts';

/** What can be done with a part as a whole: move it, take it out. Moving touches no word. */
export function PartMenu({
  what,
  id,
  ids,
  onMove,
  onTakeOut,
  children,
}: {
  what: 'section' | 'finding' | 'moment';
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
      <CommentChoice what={what} id={id} />
      <Choice
        icon={IconArrowUp}
        words="Move up"
        disabled={at <= 0}
        onChoose={() => onMove(ids[at - 2] ?? null)}
      />
      <Choice
        icon={IconArrowDown}
        words="Move down"
        disabled={at === ids.length - 1}
        onChoose={() => onMove(ids[at + 1] ?? null)}
      />
      <Choice icon={IconTrash} words="Take out" onChoose={onTakeOut} />
    </Drop>
  );
}

function CommentChoice({ what, id }: { what: 'section' | 'finding' | 'moment'; id: string }) {
  const feed = useComments();
  const { may } = useCommentsNow();
  if (!may.comment) return null;
  const begin = () => {
    const top = pageTop(document.getElementById(`${what}-${id}`)) ?? 0;
    feed.composing.set({ on: { about: what, target: id }, quote: `this ${what}`, top });
  };
  return <Choice icon={IconMessagePlus} words="Comment" onChoose={begin} />;
}

const Choice = ({
  icon,
  words,
  disabled = false,
  onChoose,
}: {
  icon: TablerIcon;
  words: string;
  disabled?: boolean;
  onChoose: () => void;
}) => (
  <button
    type="button"
    className="item"
    disabled={disabled}
    onClick={(event) => {
      closeDrop(event.currentTarget);
      onChoose();
    }}
  >
    <Icon of={icon} />
    {words}
  </button>
);
