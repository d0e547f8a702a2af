import { useComments, useCommentsNow } from './use-comments.tsx';

/** Whether one can comment here; its analysts close and open that (K2). */
export function CommentsGate() {
  const feed = useComments();
  const { open, may } = useCommentsNow();
  if (!may.manage)
    return open ? null : <p className="quietly small">The analysts have closed the comments.</p>;
  return (
    <p className="quietly small">
      {open ? 'Everyone who may read this may comment.' : 'The comments are closed.'}{' '}
      <button
        type="button"
        className="linkish"
        onClick={() => void feed.send({ do: open ? 'close' : 'open' })}
      >
        {open ? 'Close the comments' : 'Open them'}
      </button>
    </p>
  );
}
