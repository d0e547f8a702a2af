import { useState } from 'react';
import type { ShownThread } from '#domain/comments/thread.ts';
import { Refusal } from '../refusal.tsx';
import { CommentForm } from './comment-form.tsx';
import { OneComment } from './one-comment.tsx';
import { answerTo } from './open-forms.ts';
import { ThreadSubject } from './thread-subject.tsx';
import { useComments, useCommentsNow, useValue } from './use-comments.tsx';
import { useOpenForm } from './use-open-form.ts';
import { useSeen } from './use-seen.ts';

/** One thread: what it is about, who said what, and what can be done. `listed` names the words above it. */
export function ThreadNote({ thread, listed = false }: { thread: ShownThread; listed?: boolean }) {
  const feed = useComments();
  const inHand = useValue(feed.inHand) === thread.id;
  const [first, ...answers] = thread.comments;
  const seen = useSeen(thread);
  return (
    <article
      ref={seen}
      className={inHand ? 'note thread in-hand' : 'note thread'}
      id={listed ? undefined : `thread-${thread.id}`}
      data-note={thread.id}
      aria-label={`Comment by ${first?.author.name ?? 'somebody'}`}
    >
      <ThreadSubject thread={thread} always={listed} />
      {first && <OneComment comment={first} thread={thread} />}
      {answers.length > 0 && (
        <div className="reply">
          {answers.map((comment) => (
            <OneComment key={comment.id} comment={comment} thread={thread} />
          ))}
        </div>
      )}
      <ThreadActs thread={thread} />
    </article>
  );
}

function ThreadActs({ thread }: { thread: ShownThread }) {
  const feed = useComments();
  const { may } = useCommentsNow();
  const answer = useOpenForm(answerTo(thread.id), thread);
  const [refused, setRefused] = useState<string | null>(null);
  const settle = async () => {
    const done = await feed.send({ do: thread.resolved ? 'reopen' : 'resolve', thread: thread.id });
    setRefused(typeof done.refused === 'string' ? done.refused : null);
  };
  if (answer.isOpen)
    return (
      <>
        {thread.resolved && (
          <p className="quietly small" role="status">
            Resolved by {thread.resolved.by}. Your answer opens it again.
          </p>
        )}
        <CommentForm
          what={answerTo(thread.id)}
          label="Your answer"
          act="Answer"
          onSend={(text, id) => feed.send({ do: 'answer', id, thread: thread.id, text })}
          onDone={answer.close}
        />
      </>
    );
  return (
    <>
      {thread.resolved && <p className="quietly small">Resolved by {thread.resolved.by}.</p>}
      {may.comment && (
        <p className="comment-acts">
          <button ref={answer.opener} type="button" className="linkish" onClick={answer.open}>
            Answer
          </button>
          <button type="button" className="linkish" onClick={() => void settle()}>
            {thread.resolved ? 'Open it again' : 'Resolve'}
          </button>
        </p>
      )}
      <Refusal sentence={refused} />
    </>
  );
}
