import { IconMessagePlus } from '@tabler/icons-react';
import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { Icon } from '../icon.tsx';
import type { ChosenWords } from './chosen-words.ts';
import { useComments } from './use-comments.tsx';

/** Words that are selected, and where they begin and end, in pixels of the page. */
export interface Chosen {
  on: ChosenWords;
  left: number;
  top: number;
  bottom: number;
  goBack?(): void;
}

/** Stands by selected words and begins a comment on them, without taking the selection away; Ctrl Alt M does it from the keyboard. */
export function CommentOnWords({ chosen, onBegun }: { chosen: Chosen | null; onBegun?: () => void }) {
  const feed = useComments();
  const begin = () => {
    if (!chosen) return;
    const { on, top, goBack } = chosen;
    feed.composing.set({ on, quote: on.words, top, goBack });
    onBegun?.();
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!chosen || !isCommentKey(event)) return;
      event.preventDefault();
      begin();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });
  if (!chosen) return null;
  const left = Math.max(8, Math.min(chosen.left, document.documentElement.clientWidth - 120));
  return createPortal(
    <button
      type="button"
      className="btn small comment-here"
      style={{ left, top: chosen.bottom + 6 }}
      onPointerDown={(event) => event.preventDefault()}
      onClick={begin}
    >
      <Icon of={IconMessagePlus} />
      Comment
    </button>,
    document.getElementById('main') ?? document.body,
  );
}

const isCommentKey = (event: KeyboardEvent): boolean =>
  event.code === 'KeyM' && event.altKey && (event.ctrlKey || event.metaKey);
