import { IconMessagePlus } from '@tabler/icons-react';
import { Icon } from '../icon.tsx';

/** Stands by selected words and begins a comment on them, without taking the selection away. */
export const CommentButton = ({
  left,
  top,
  onPress,
}: {
  /** Pixels of the page. */
  left: number;
  top: number;
  onPress: () => void;
}) => (
  <button
    type="button"
    className="btn small comment-here"
    style={{ left: Math.max(8, Math.min(left, document.documentElement.clientWidth - 120)), top }}
    onPointerDown={(event) => event.preventDefault()}
    onClick={onPress}
  >
    <Icon of={IconMessagePlus} />
    Comment
  </button>
);
