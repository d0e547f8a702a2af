import { CommentForm } from './comment-form.tsx';
import type { Composing } from './comments-feed.ts';
import { useComments } from './use-comments.tsx';

/** A new comment on what was chosen. */
export function BeginForm({ composing }: { composing: Composing }) {
  const feed = useComments();
  return (
    <div className="note begin">
      <p className="gone">on “{composing.quote.replace(/\s+/g, ' ').slice(0, 120)}”</p>
      <CommentForm
        label="Your comment"
        act="Comment"
        onSend={(text) => feed.send({ do: 'begin', id: crypto.randomUUID(), on: composing.on, text })}
        onDone={() => feed.composing.set(null)}
      />
    </div>
  );
}
