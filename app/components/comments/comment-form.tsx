import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { COMMENT_MAX } from '#domain/comments/thread.ts';
import { Refusal } from '../refusal.tsx';
import { MentionList } from './mention-list.tsx';
import { useMentions } from './use-mentions.ts';

/** A few words and a button. What was typed stays until it is kept. Ctrl Enter sends, Escape leaves. */
export function CommentForm({
  label,
  act,
  begins = '',
  onSend,
  onDone,
}: {
  label: string;
  act: string;
  begins?: string;
  onSend: (text: string) => Promise<{ refused: string } | Record<string, unknown>>;
  onDone: () => void;
}) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const mentions = useMentions(field);
  useEffect(() => {
    const area = field.current;
    area?.focus({ preventScroll: true });
    area?.setSelectionRange(area.value.length, area.value.length);
  }, []);
  const send = async (event?: FormEvent) => {
    event?.preventDefault();
    if (sending) return;
    setSending(true);
    const done = await onSend(field.current?.value ?? '');
    setSending(false);
    if (typeof done.refused === 'string') setRefused(done.refused);
    else onDone();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (mentions.onKeyDown(event)) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      onDone();
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send();
  };
  return (
    <form className="comment-form" onSubmit={send}>
      <label className="sr" htmlFor={id}>
        {label}
      </label>
      <textarea
        id={id}
        ref={field}
        className="input"
        rows={3}
        maxLength={COMMENT_MAX}
        defaultValue={begins}
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
