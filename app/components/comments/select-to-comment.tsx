import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { type ChosenWords, chosenWords } from './chosen-words.ts';
import { CommentButton } from './comment-button.tsx';
import { useComments, useCommentsNow } from './use-comments.tsx';

interface Chosen {
  on: ChosenWords;
  left: number;
  /** Beginning and end of the words, in pixels of the page. */
  top: number;
  bottom: number;
}

/** In the reading view: select words, comment on them. Ctrl Alt M does it from the keyboard. */
export function SelectToComment() {
  const feed = useComments();
  const { may } = useCommentsNow();
  const chosen = useChosen(may.comment);
  const begin = () => {
    if (!chosen) return;
    feed.composing.set({ on: chosen.on, quote: chosen.on.words, top: chosen.top });
    getSelection()?.removeAllRanges();
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
  return (
    chosen &&
    createPortal(
      <CommentButton left={chosen.left} top={chosen.bottom + 6} onPress={begin} />,
      document.getElementById('main') ?? document.body,
    )
  );
}

export const isCommentKey = (event: KeyboardEvent): boolean =>
  event.code === 'KeyM' && event.altKey && (event.ctrlKey || event.metaKey);

function useChosen(mayComment: boolean): Chosen | null {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  useEffect(() => {
    if (!mayComment) return setChosen(null);
    const look = () => {
      const found = chosenWords(getSelection());
      if (!found) return setChosen(null);
      const rects = [...found.range.getClientRects()];
      const [first, last] = [rects[0], rects.at(-1)];
      if (!first || !last) return setChosen(null);
      setChosen({
        on: found.on,
        left: last.right + scrollX,
        top: first.top + scrollY,
        bottom: last.bottom + scrollY,
      });
    };
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, [mayComment]);
  return chosen;
}
