import { IconMessage } from '@tabler/icons-react';
import { Link } from 'react-router';
import { counted } from '../counted.ts';
import { Icon } from '../icon.tsx';
import { useReviewPage } from '../review-page.tsx';
import { useComments, useCommentsNow } from './use-comments.tsx';

/** How many threads are open and how many comments are new; opens the list. Without scripts it leads to the list's own page. */
export function CommentsDoor() {
  const feed = useComments();
  const { id } = useReviewPage();
  return (
    <p className="comments-door">
      <Link
        className="btn quiet small"
        to={`/reviews/${id}/comments`}
        onClick={(event) => {
          event.preventDefault();
          feed.listOpen.set(true);
        }}
      >
        <Icon of={IconMessage} />
        <DoorWords />
      </Link>
    </p>
  );
}

function DoorWords() {
  const { threads } = useCommentsNow();
  const open = threads.filter(({ resolved }) => resolved === null);
  const fresh = threads.flatMap(({ comments }) => comments.filter(({ isNew }) => isNew)).length;
  return (
    <span>
      Comments{' '}
      <span className="quietly">
        {threads.length === 0 ? 'none yet' : `${open.length} open`}
        {fresh > 0 && `, ${counted(fresh, 'new one', 'new ones').toLowerCase()}`}
      </span>
    </span>
  );
}
