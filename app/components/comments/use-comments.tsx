import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react';
import type { Store } from '#collab/client/store.ts';
import type { CommentsNow } from '#domain/comments/thread.ts';
import { type Commented, CommentedProvider } from '../writing/commented.tsx';
import type { MarkedStretch } from '../writing/mark-runs.ts';
import { CommentsFeed } from './comments-feed.ts';

const Feed = createContext<CommentsFeed | null>(null);

/** The comments of the page: everything within sees them and marks their words. `first` is what the server rendered. */
export function CommentsProvider({
  review,
  first,
  children,
}: {
  review: string;
  first: CommentsNow;
  children: ReactNode;
}) {
  const [feed] = useState(() => new CommentsFeed(review, first));
  useEffect(() => feed.follow(), [feed]);
  return (
    <Feed.Provider value={feed}>
      <Marked>{children}</Marked>
    </Feed.Provider>
  );
}

function Marked({ children }: { children: ReactNode }) {
  const { threads } = useCommentsNow();
  const commented = useMemo(() => commentedOf(threads), [threads]);
  return <CommentedProvider value={commented}>{children}</CommentedProvider>;
}

export function useComments(): CommentsFeed {
  const feed = useContext(Feed);
  if (!feed) throw new Error('comments outside of <CommentsProvider>');
  return feed;
}

/** Null on pages without comments. */
export const useCommentsSoon = (): CommentsFeed | null => useContext(Feed);

export const useValue = <Value,>(store: Store<Value>): Value =>
  useSyncExternalStore(store.subscribe, store.get, store.get);

export const useCommentsNow = (): CommentsNow => useValue(useComments().now);

/** Resolved threads leave the text; the list still has them. */
function commentedOf(threads: CommentsNow['threads']): Commented {
  const stretches = threads
    .filter((thread) => thread.resolved === null)
    .flatMap((thread) => (thread.at?.segments ?? []).map((segment) => ({ ...segment, thread: thread.id })));
  return Map.groupBy(stretches, ({ key }) => key) as ReadonlyMap<string, MarkedStretch[]>;
}
