import {
  type FormEvent,
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { COMMENT_MAX } from '#domain/comments/thread.ts';
import { Refusal } from '../refusal.tsx';
import { useReviewPage } from '../review-page.tsx';
import { useRoot } from '../use-root.ts';
import { CommentDrafts } from './comment-drafts.ts';
import { CommentIds } from './comment-ids.ts';
import { hasFocus } from './give-focus.ts';
import { MentionList } from './mention-list.tsx';
import { useValue } from './use-comments.tsx';
import { useMentions } from './use-mentions.ts';

const ids = new CommentIds();
const drafts = new CommentDrafts();

/**
 * A few words and a button. What was typed stays in this tab until it is kept, and stands here again when the form is next opened.
 * Ctrl Enter sends, Escape leaves. Its answer closes this form alone, whatever has been opened since.
 * @param what says which form this is, of all on this page
 * @param on says what its words are about, where one form serves for everything
 * @param onDone hears whether whoever wrote is still here, or has gone on elsewhere
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
  onDone: (hadFocus: boolean) => void;
}) {
  const fieldId = useId();
  const draft = useDraftName(what);
  const form = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const keep = () => {
    const words = field.current?.value ?? begins;
    drafts.write(draft, words === begins ? null : words);
  };
  const mentions = useMentions(field, keep);
  useDraft(draft, begins, field);
  const send = async (event?: FormEvent) => {
    event?.preventDefault();
    if (sending) return;
    setSending(true);
    const words = field.current?.value ?? '';
    const id = ids.idOf(draft, on, words);
    drafts.sends(draft, words);
    const done = await onSend(words, id);
    setSending(false);
    if (typeof done.refused === 'string') {
      drafts.isRefused(draft, words);
      return setRefused(done.refused);
    }
    ids.isKept(draft, id);
    drafts.isKept(draft, words);
    // it is not on the page where it was left meanwhile
    if (form.current) onDone(hasFocus(form.current));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || (!sending && mentions.onKeyDown(event))) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      onDone(true);
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send();
  };
  return (
    <form className="comment-form" ref={form} onSubmit={send}>
      <label className="sr" htmlFor={fieldId}>
        {label}
      </label>
      <textarea
        id={fieldId}
        ref={field}
        className="input"
        rows={3}
        maxLength={COMMENT_MAX}
        // what would be typed now would not be sent with it
        readOnly={sending}
        defaultValue={drafts.of(draft).get() ?? begins}
        placeholder={`${label}. @ names somebody`}
        aria-invalid={refused ? true : undefined}
        onKeyDown={onKeyDown}
        {...mentions.wired}
      />
      {!sending && <MentionList {...mentions} />}
      <Refusal sentence={refused} />
      <p className="acts">
        <button type="submit" className="btn small" disabled={sending}>
          {act}
        </button>
        <button type="button" className="btn quiet small" onClick={() => onDone(true)}>
          Not now
        </button>
      </p>
    </form>
  );
}

/** What is written in a form of this page's that is not to be seen, and how it is forgotten. */
export function useDraftOf(what: string): [string | null, () => void] {
  const draft = useDraftName(what);
  return [useValue(drafts.of(draft)), () => drafts.write(draft, null)];
}

/** Says whose it is, so that another who signs in here finds nothing of it. */
function useDraftName(what: string): string {
  const { id } = useReviewPage();
  return `soak.comment:${useRoot()?.person?.id}:${id}:${what}`;
}

/** The field has the caret, and follows its draft: the same form may be open in the margin and in the list. */
function useDraft(draft: string, begins: string, field: RefObject<HTMLTextAreaElement | null>): void {
  useEffect(() => {
    const words = drafts.of(draft);
    const show = () => {
      const area = field.current;
      const now = words.get() ?? begins;
      if (area && area.value !== now) area.value = now;
    };
    const stop = words.subscribe(show);
    drafts.opens(draft);
    show();
    const area = field.current;
    area?.focus({ preventScroll: true });
    area?.setSelectionRange(area.value.length, area.value.length);
    return stop;
  }, [draft, begins, field]);
}
