import { useEffect, useState } from 'react';
import { caretBehind, selectedWords } from '#collab/client/editor/comment-marks.ts';
import { carryComments } from '../comments/carry-comments.ts';
import { type Chosen, CommentOnWords } from '../comments/comment-on-words.tsx';
import { useComments, useCommentsNow } from '../comments/use-comments.tsx';
import { useSession } from './use-session.tsx';
import type { WritingSession } from './writing-session.ts';

/** Comments while writing: carried through every change, begun on what is selected with the button or Ctrl Alt M. */
export function EditorComments() {
  const feed = useComments();
  const { open, carrier, carried } = useSession();
  useEffect(() => carryComments(feed, open, carrier, carried), [feed, open, carrier, carried]);
  const { may } = useCommentsNow();
  return may.comment && <CommentOnSelection />;
}

function CommentOnSelection() {
  const session = useSession();
  const chosen = useChosen();
  // who has commented writes on behind those words
  const onBegun = () => {
    const { view } = editorAtCaret(session);
    if (view) caretBehind(view);
  };
  return <CommentOnWords chosen={chosen} onBegun={onBegun} />;
}

function editorAtCaret({ editorOf }: WritingSession) {
  const place = document.activeElement?.getAttribute('data-place') ?? '';
  return { place, view: editorOf(place)?.view };
}

/** What is selected in the editor that has the caret, while it stays so. */
function useChosen(): Chosen | null {
  const session = useSession();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  useEffect(() => {
    const look = () => {
      const { place, view } = editorAtCaret(session);
      const words = view && selectedWords(view, place);
      if (!view || !words) return setChosen(null);
      const { from, to } = view.state.selection;
      const [first, last] = [view.coordsAtPos(from), view.coordsAtPos(to, -1)];
      setChosen({
        on: { about: 'words', ...words },
        left: last.right + scrollX,
        top: first.top + scrollY,
        bottom: last.bottom + scrollY,
        goBack: () => view.isDestroyed || view.focus(),
      });
    };
    // the editor takes the browser's selection in a moment later
    const later = () => requestAnimationFrame(look);
    document.addEventListener('selectionchange', later);
    return () => document.removeEventListener('selectionchange', later);
  }, [session]);
  return chosen;
}
