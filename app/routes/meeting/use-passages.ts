import { type KeyboardEvent, type MouseEvent, useEffect, useRef } from 'react';
import type { Target } from '#domain/meeting/target.ts';
import { handOf } from './hand.ts';
import { useRoom } from './room-context.ts';
import { useRoomUi } from './room-ui.ts';

const IS_PASSAGE = '[id^="block-"]';
const idOf = (passage: Element) => passage.id.slice('block-'.length);

/**
 * The passages of a part on the stage, chosen by pointer, or by keys: arrows go through them, Enter chooses. They are drawn by the
 * write-up's own renderer; which of them the group looks at and which is chosen is the room's to say.
 * @param lit the passage the group looks at
 */
export function usePassages(section: string, lit: string | null) {
  const facts = useRoom();
  const { chosen, choose, say } = useRoomUi();
  const words = useRef<HTMLDivElement>(null);
  const listed = () => [...(words.current?.querySelectorAll<HTMLElement>(IS_PASSAGE) ?? [])];
  useEffect(() => {
    for (const passage of listed()) {
      passage.tabIndex = -1;
      passage.classList.toggle('lit', idOf(passage) === lit);
      passage.classList.toggle('chosen', chosen?.type === 'block' && chosen.id === idOf(passage));
    }
  });
  const take = (passage: Element): Target | null => {
    if (idOf(passage) === lit) return null;
    const target: Target = { type: 'block', id: idOf(passage), section };
    choose(target);
    return target;
  };
  const onClick = (event: MouseEvent) => {
    const passage = (event.target as Element).closest(IS_PASSAGE);
    if (passage && take(passage)) event.stopPropagation();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const here = event.target as HTMLElement;
    // a link, a button or the editor within has its own keys
    if (here !== words.current && !here.matches(IS_PASSAGE)) return;
    if (event.key === 'Enter' && here !== words.current && take(here))
      say(handOf(facts) === 'everyone' ? CHOSEN : `${CHOSEN} S puts the spotlight on it.`);
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const passages = listed();
    const next = step === 0 ? undefined : passages[passages.indexOf(here) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  return { ref: words, onClick, onKeyDown };
}

const CHOSEN = 'Chosen. What you capture or park now is about this passage.';
