import { type KeyboardEvent, type RefObject, useEffect, useId, useState } from 'react';
import { useReviewPage } from '../review-page.tsx';

export interface Offered {
  id: string;
  name: string;
}

const AFTER_AT = /(?:^|[^\p{L}\p{N}.])@([\p{L}\p{N}][^\n@]{0,40}|)$/u;

/** Names to choose from while an @ is being typed: only people who may read this review (K4). */
export function useMentions(field: RefObject<HTMLTextAreaElement | null>, onTyped: () => void) {
  const listId = useId();
  const [asked, setAsked] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const people = usePeople(asked);
  const shown = asked === null ? [] : people;
  const look = () => setAsked(askedIn(field.current));
  const typed = () => {
    look();
    onTyped();
  };
  const choose = (person: Offered) => {
    const area = field.current;
    if (!area || asked === null) return;
    const end = area.selectionStart;
    area.setRangeText(`@${person.name} `, end - asked.length - 1, end, 'end');
    area.focus();
    setAsked(null);
    onTyped();
  };
  const onKeyDown = (event: KeyboardEvent): boolean => {
    const current = shown[Math.min(at, shown.length - 1)];
    if (!current) return false;
    if (event.key === 'ArrowDown') setAt((at + 1) % shown.length);
    else if (event.key === 'ArrowUp') setAt((at - 1 + shown.length) % shown.length);
    else if (event.key === 'Escape') setAsked(null);
    else if ((event.key === 'Enter' && !event.ctrlKey && !event.metaKey) || event.key === 'Tab')
      choose(current);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  const current = Math.min(at, shown.length - 1);
  return {
    listId,
    shown,
    current,
    choose,
    onKeyDown,
    wired: {
      onInput: typed,
      onClick: look,
      onBlur: () => setAsked(null),
      'aria-autocomplete': 'list' as const,
      'aria-controls': shown.length > 0 ? listId : undefined,
      'aria-activedescendant': shown.length > 0 ? `${listId}-${current}` : undefined,
    },
  };
}

function askedIn(area: HTMLTextAreaElement | null): string | null {
  if (!area) return null;
  return AFTER_AT.exec(area.value.slice(0, area.selectionStart))?.[1] ?? null;
}

function usePeople(asked: string | null): readonly Offered[] {
  const { id } = useReviewPage();
  const [found, setFound] = useState<Found>({ by: '', people: [] });
  useEffect(() => {
    if (asked === null) return;
    const stop = new AbortController();
    fetch(`/reviews/${id}/readers.json?q=${encodeURIComponent(asked)}`, { signal: stop.signal })
      .then(async (answer) => (answer.ok ? ((await answer.json()) as Offered[]) : []))
      .then((people) => setFound({ by: asked, people }))
      .catch(() => {
        // without names to choose from an @ can still be typed in full
      });
    return () => stop.abort();
  }, [asked, id]);
  return asked === null ? found.people : stillMeant(found, asked);
}

interface Found {
  /** What had been typed when these were asked for. */
  by: string;
  people: readonly Offered[];
}

/** Until the answer to the newest letter is here, of the answer before it those who fit: Enter never names somebody else. */
export const stillMeant = ({ by, people }: Found, asked: string): readonly Offered[] =>
  by === asked
    ? people
    : people.filter(({ name }) => name.toLocaleLowerCase().includes(asked.toLocaleLowerCase()));
