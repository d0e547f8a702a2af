import { IconMessagePlus } from '@tabler/icons-react';
import { Link } from 'react-router';
import { createStore } from '#collab/client/store.ts';
import type { CommentsNow } from '#domain/comments/thread.ts';
import { Icon } from '../icon.tsx';
import { useWritingFacts } from '../writing/surroundings.tsx';
import type { ChosenPlace } from './comments-feed.ts';
import { useCommentsSoon, useValue } from './use-comments.tsx';
import { pageTop } from './where-it-stands.ts';

type Part = Exclude<ChosenPlace, { about: 'words' }>;

/** Comments on a whole section, finding, moment or picture. Without scripts it leads to a page with the form. */
export function CommentOnPart({ on, name }: { on: Part; name: string }) {
  const feed = useCommentsSoon();
  const { review } = useWritingFacts();
  const now = useValue<CommentsNow | null>(feed?.now ?? nothing);
  if (!feed || !now?.may.comment) return null;
  return (
    <Link
      className="linkish comment-on"
      to={`/reviews/${review}/comments?on=${on.about}:${encodeURIComponent(on.target)}#new`}
      aria-label={`Comment on ${name}`}
      onClick={(event) => {
        event.preventDefault();
        feed.composing.set({ on, quote: name, top: pageTop(event.currentTarget) ?? 0 });
      }}
    >
      <Icon of={IconMessagePlus} />
      Comment
    </Link>
  );
}

const nothing = createStore(null);
