import { Form } from 'react-router';
import { WordsField } from '#app/components/field.tsx';
import { COMMENT_MAX } from '#domain/comments/thread.ts';

export interface Problems {
  about: string;
  problems: Record<string, string>;
  given: Record<string, string>;
}

/** A comment on a whole part, as a form. */
export const BeginOnPart = ({
  on,
  problems: { about, problems, given },
}: {
  on: { on: string; what: string; name: string };
  problems: Problems;
}) => (
  <Form method="post" id="new" className="comment-page-form">
    <input type="hidden" name="do" value="begin" />
    <input type="hidden" name="on" value={on.on} />
    <WordsField
      label={`Your comment on the ${on.what} “${on.name}”`}
      hint="An @ before the whole name tells somebody who may read this."
      name="text"
      maxLength={COMMENT_MAX}
      required
      defaultValue={about === on.on ? given.text : ''}
      refused={about === on.on ? (problems.text ?? problems.form) : null}
    />
    <button type="submit" className="btn main">
      Comment
    </button>
  </Form>
);
