import { cutAtMentions } from '#domain/comments/mentions.ts';

/** A comment's words; names that were told stand out. */
export const CommentWords = ({ words, names }: { words: string; names: readonly string[] }) => (
  <p className="comment-words">
    {cutAtMentions(words, names).map(({ text, mentions }, at) =>
      mentions ? <b key={`${at} ${text}`}>{text}</b> : text,
    )}
  </p>
);
