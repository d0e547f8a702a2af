import { Plugin } from 'prosemirror-state';

/** Letters that may come in at once: more would hold up everybody who has this write-up open. */
export const MOST_LETTERS_AT_ONCE = 1_000_000;

/** A log file pasted or dropped whole is turned away before it is in the document, where undo would still carry its letters. */
export const refuseLargePaste = (onRefused: () => void): Plugin => {
  const refuse = (brought: DataTransfer | null, event: Event): boolean => {
    if (lettersOf(brought) <= MOST_LETTERS_AT_ONCE) return false;
    event.preventDefault();
    onRefused();
    return true;
  };
  return new Plugin({
    props: {
      handleDOMEvents: {
        paste: (_view, event) => refuse(event.clipboardData, event),
        // what is moved within the write-up is in it already
        drop: (view, event) => !view.dragging && refuse(event.dataTransfer, event),
      },
    },
  });
};

const lettersOf = (brought: DataTransfer | null): number =>
  (brought?.getData('text/plain') || brought?.getData('text/html') || '').length;
