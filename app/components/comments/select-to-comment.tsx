import { useEffect, useState } from 'react';
import { chosenWords } from './chosen-words.ts';
import { type Chosen, CommentOnWords } from './comment-on-words.tsx';
import { useCommentsNow } from './use-comments.tsx';

/** In the reading view: select words, comment on them. */
export function SelectToComment() {
  const { may } = useCommentsNow();
  const chosen = useChosen(may.comment);
  return <CommentOnWords chosen={chosen} onBegun={() => getSelection()?.removeAllRanges()} />;
}

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
