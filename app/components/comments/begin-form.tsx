import { useState } from 'react';
import { CommentForm } from './comment-form.tsx';
import type { Composing } from './comments-feed.ts';
import { useComments } from './use-comments.tsx';

/** A new comment on what was chosen. */
export function BeginForm({ composing }: { composing: Composing }) {
  const feed = useComments();
  // who was writing goes on there
  const [cameFrom] = useState(() => document.activeElement);
  const leave = (hadFocus: boolean) => {
    feed.composing.set(null);
    if (!hadFocus) return;
    if (composing.goBack) composing.goBack();
    else if (cameFrom instanceof HTMLElement) cameFrom.focus({ preventScroll: true });
  };
  return (
    <div className="note begin">
      <p className="gone">on “{composing.quote.replace(/\s+/g, ' ').slice(0, 120)}”</p>
      <CommentForm
        // one for the page: who has chosen the wrong words first finds theirs here with the right ones
        what="begin"
        on={JSON.stringify(composing.on)}
        label="Your comment"
        act="Comment"
        onSend={(text, id) => feed.send({ do: 'begin', id, on: composing.on, text })}
        onDone={leave}
      />
    </div>
  );
}
