import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { COMMENT_MAX } from '#domain/comments/thread.ts';
import { Refusal } from '../refusal.tsx';
import { useReviewPage } from '../review-page.tsx';
import { readTabWords, writeTabWords } from '../tab-words.ts';
import { useRoot } from '../use-root.ts';
import { CommentIds } from './comment-ids.ts';
import { MentionList } from './mention-list.tsx';
import { useMentions } from './use-mentions.ts';

const ids = new CommentIds();

/**
 * A few words and a button. What was typed stays in this tab until it is kept, and stands here again when the form is next opened.
 * Ctrl Enter sends, Escape leaves.
 * @param what says which form this is, of all on this page
 * @param on says what its words are about, where one form serves for everything
 */
export function CommentForm({
  what,
  on = what,
  label,
  act,
  begins = '',
  onSend,
  onDone,
}: {
  what: string;
  on?: string;
  label: string;
  act: string;
  begins?: string;
  onSend: (text: string, id: string) => Promise<{ refused: string } | Record<string, unknown>>;
  onDone: () => void;
}) {
  const fieldId = useId();
  const { id: review } = useReviewPage();
  const draft = `soak.comment:${useRoot()?.person?.id}:${review}:${what}`;
  const field = useRef<HTMLTextAreaElement>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const keep = () => {
    const words = field.current?.value ?? begins;
    writeTabWords(draft, words === begins ? null : words);
  };
  const mentions = useMentions(field, keep);
  useEffect(() => {
    const area = field.current;
    area?.focus({ preventScroll: true });
    area?.setSelectionRange(area.value.length, area.value.length);
  }, []);
  const send = async (event?: FormEvent) => {
    event?.preventDefault();
    if (sending) return;
    setSending(true);
    const words = field.current?.value ?? '';
    const done = await onSend(words, ids.idOf(draft, on, words));
    setSending(false);
    if (typeof done.refused === 'string') return setRefused(done.refused);
    ids.isKept(draft);
    writeTabWords(draft, null);
    onDone();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || mentions.onKeyDown(event)) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      onDone();
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send();
  };
  return (
    <form className="comment-form" onSubmit={send}>
      <label className="sr" htmlFor={fieldId}>
        {label}
      </label>
      <textarea
        id={fieldId}
        ref={field}
        className="input"
        rows={3}
        maxLength={COMMENT_MAX}
        defaultValue={readTabWords(draft) ?? begins}
        placeholder={`${label}. @ names somebody`}
        aria-invalid={refused ? true : undefined}
        onKeyDown={onKeyDown}
        {...mentions.wired}
      />
      <MentionList {...mentions} />
      <Refusal sentence={refused} />
      <p className="acts">
        <button type="submit" className="btn small" disabled={sending}>
          {act}
        </button>
        <button type="button" className="btn quiet small" onClick={onDone}>
          Not now
        </button>
      </p>
    </form>
  );
}
