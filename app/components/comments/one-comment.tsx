import type { RefObject } from 'react';
import type { ShownComment, ShownThread } from '#domain/comments/thread.ts';
import { Face } from '../face.tsx';
import { useRoot } from '../use-root.ts';
import { When } from '../when.tsx';
import { CommentForm } from './comment-form.tsx';
import { CommentWords } from './comment-words.tsx';
import { rewordingOf } from './open-forms.ts';
import { TakeBack } from './take-back.tsx';
import { useComments, useCommentsNow } from './use-comments.tsx';
import { useOpenForm } from './use-open-form.ts';

/** Who, when, what; its author can word it anew or take it back. */
export function OneComment({ comment, thread }: { comment: ShownComment; thread: ShownThread }) {
  const edit = useOpenForm(rewordingOf(comment.id), thread);
  const { author, words, removed, mentions } = comment;
  return (
    <div className="comment" data-comment={comment.id}>
      <div className="who">
        <Face of={author} size={20} named />
        <b>{author.name}</b>
        <span>
          <When at={comment.writtenAt} />
          {comment.editedAt && !removed && ', edited'}
          {comment.isNew && <strong className="new">, new</strong>}
        </span>
      </div>
      {removed && <p className="comment-words quietly">Taken back.</p>}
      {!removed && !edit.isOpen && (
        <>
          <CommentWords words={words} names={mentions} />
          <OwnActs comment={comment} edit={edit.opener} onEdit={edit.open} />
        </>
      )}
      {edit.isOpen && <Rewording comment={comment} onDone={edit.close} />}
    </div>
  );
}

function OwnActs({
  comment,
  edit,
  onEdit,
}: {
  comment: ShownComment;
  edit: RefObject<HTMLButtonElement | null>;
  onEdit: () => void;
}) {
  const me = useRoot()?.person?.id;
  const { may } = useCommentsNow();
  if (comment.author.id !== me) return null;
  return (
    <div className="comment-acts">
      {may.comment && (
        <button ref={edit} type="button" className="linkish" onClick={onEdit}>
          Edit
        </button>
      )}
      <TakeBack comment={comment.id} />
    </div>
  );
}

function Rewording({ comment, onDone }: { comment: ShownComment; onDone: (hadFocus: boolean) => void }) {
  const feed = useComments();
  return (
    <CommentForm
      what={rewordingOf(comment.id)}
      label="Your comment"
      act="Save"
      begins={comment.words}
      onSend={(text) => feed.send({ do: 'reword', comment: comment.id, text })}
      onDone={onDone}
    />
  );
}
