import { Form, Link } from 'react-router';
import { CommentWords } from '#app/components/comments/comment-words.tsx';
import { ThreadSubject } from '#app/components/comments/thread-subject.tsx';
import { Face } from '#app/components/face.tsx';
import { WordsField } from '#app/components/field.tsx';
import { useReviewPage } from '#app/components/review-page.tsx';
import { When } from '#app/components/when.tsx';
import { COMMENT_MAX, type ShownComment, type ShownThread } from '#domain/comments/thread.ts';
import type { Problems } from './begin-on-part.tsx';

/** One thread on the list's own page. */
export function ThreadEntry({
  thread,
  me,
  edit,
  mayComment,
  problems,
}: {
  thread: ShownThread;
  me: string;
  edit: string | null;
  mayComment: boolean;
  problems: Problems;
}) {
  const { id } = useReviewPage();
  const first = thread.comments[0]?.author.name ?? 'somebody';
  return (
    <article className="note" aria-label={`Comment by ${first}`}>
      <ThreadSubject thread={thread} always />
      {thread.comments.map((comment, at) => (
        <div key={comment.id} className={at === 0 ? 'comment' : 'comment reply'}>
          <CommentEntry
            comment={comment}
            thread={thread}
            isEditing={edit === comment.id}
            problems={problems}
          />
          {comment.author.id === me && !comment.removed && (
            <OwnForms comment={comment} thread={thread} mayComment={mayComment} review={id} />
          )}
        </div>
      ))}
      {thread.resolved && <p className="quietly small">Resolved by {thread.resolved.by}.</p>}
      {thread.at && (
        <p className="small">
          <Link className="link" to={`/reviews/${id}#${thread.at.part}`}>
            In {thread.at.name}
          </Link>
        </p>
      )}
      {mayComment && <AnswerForms thread={thread} problems={problems} />}
    </article>
  );
}

function CommentEntry({
  comment,
  thread,
  isEditing,
  problems: { about, problems, given },
}: {
  comment: ShownComment;
  thread: ShownThread;
  isEditing: boolean;
  problems: Problems;
}) {
  const { author, words, removed, mentions } = comment;
  return (
    <>
      <div className="who">
        <Face of={author} size={20} named />
        <b>{author.name}</b>
        <span>
          <When at={comment.writtenAt} />
          {comment.editedAt && !removed && ', edited'}
          {comment.isNew && <strong className="new">, new</strong>}
        </span>
      </div>
      {isEditing && !removed ? (
        <Form method="post" className="comment-page-form">
          <input type="hidden" name="do" value="reword" />
          <input type="hidden" name="thread" value={thread.id} />
          <input type="hidden" name="comment" value={comment.id} />
          <WordsField
            label="Your comment"
            name="text"
            maxLength={COMMENT_MAX}
            required
            defaultValue={about === comment.id ? given.text : words}
            refused={about === comment.id ? (problems.text ?? problems.form) : null}
          />
          <button type="submit" className="btn small">
            Save
          </button>
        </Form>
      ) : removed ? (
        <p className="comment-words quietly">Taken back.</p>
      ) : (
        <CommentWords words={words} names={mentions} />
      )}
    </>
  );
}

const OwnForms = ({
  comment,
  thread,
  mayComment,
  review,
}: {
  comment: ShownComment;
  thread: ShownThread;
  mayComment: boolean;
  review: string;
}) => (
  <Form method="post" className="comment-acts">
    <input type="hidden" name="thread" value={thread.id} />
    <input type="hidden" name="comment" value={comment.id} />
    {mayComment && (
      <Link className="linkish" to={`/reviews/${review}/comments?edit=${comment.id}#thread-${thread.id}`}>
        Edit
      </Link>
    )}
    <button type="submit" name="do" value="take back" className="linkish">
      Take back for good
    </button>
  </Form>
);

const AnswerForms = ({ thread, problems }: { thread: ShownThread; problems: Problems }) => (
  <div className="answer-forms">
    <details open={problems.about === thread.id}>
      <summary>
        <span className="linkish">Answer</span>
      </summary>
      <Form method="post" className="comment-page-form">
        <input type="hidden" name="do" value="answer" />
        <input type="hidden" name="thread" value={thread.id} />
        <WordsField
          label="Your answer"
          name="text"
          maxLength={COMMENT_MAX}
          required
          defaultValue={problems.about === thread.id ? problems.given.text : ''}
          refused={problems.about === thread.id ? (problems.problems.text ?? problems.problems.form) : null}
        />
        <button type="submit" className="btn small">
          Answer
        </button>
      </Form>
    </details>
    <Form method="post">
      <input type="hidden" name="thread" value={thread.id} />
      <button type="submit" name="do" value={thread.resolved ? 'reopen' : 'resolve'} className="linkish">
        {thread.resolved ? 'Open it again' : 'Resolve'}
      </button>
    </Form>
  </div>
);
