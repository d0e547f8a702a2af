import { useEffect } from 'react';
import { useComments, useCommentsNow, useValue } from './use-comments.tsx';

/** Pressing commented words takes their thread in hand: beside them, or in the sheet where there is no margin. */
export function PressWords() {
  const feed = useComments();
  const inHand = useValue(feed.inHand);
  const { rev } = useCommentsNow();
  useEffect(() => {
    const main = document.getElementById('main');
    const onClick = (event: MouseEvent) => {
      const words = event.target instanceof Element ? event.target.closest('[data-thread]') : null;
      const thread = words?.getAttribute('data-thread')?.split(' ').at(-1);
      if (!words || !thread || event.target instanceof HTMLAnchorElement) return;
      feed.inHand.set(thread);
      const note = document.getElementById(`thread-${thread}`);
      if (note && note.getClientRects().length > 0) note.scrollIntoView({ block: 'nearest' });
      // who types on a phone has the caret there, and finds the sheet by its door
      else if (!words.closest('[contenteditable="true"]')) feed.listOpen.set(true);
    };
    main?.addEventListener('click', onClick);
    return () => main?.removeEventListener('click', onClick);
  }, [feed]);
  useEffect(() => {
    for (const mark of document.querySelectorAll('mark.commented'))
      mark.classList.toggle(
        'in-hand',
        mark
          .getAttribute('data-thread')
          ?.split(' ')
          .includes(inHand ?? '') === true,
      );
  }, [inHand, rev]);
  return null;
}
